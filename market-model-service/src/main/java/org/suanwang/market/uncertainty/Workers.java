package org.suanwang.market.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Who computes: the calling thread and so many more. What is computed does not depend on it.
 *
 * @param executor where the others come from
 * @param count with the caller
 */
public record Workers(Executor executor, int count) {
  /** The calling thread alone. */
  public static Workers caller() {
    return new Workers(Runnable::run, 1);
  }

  /** The results of tasks 0, 1, … in this order; the first failure is thrown. */
  public <T> List<T> map(int tasks, IntFunction<T> task) {
    var results = new AtomicReferenceArray<T>(tasks);
    var next = new AtomicInteger();
    Runnable worker =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
              results.set(i, task.apply(i));
            }
          } finally {
            next.set(tasks);
          }
        };
    var others = new ArrayList<CompletableFuture<Void>>();
    for (int i = 1; i < Math.min(count, tasks); i++) {
      others.add(CompletableFuture.runAsync(worker, executor));
    }
    try {
      worker.run();
    } finally {
      await(others);
    }
    var list = new ArrayList<T>(tasks);
    for (int i = 0; i < tasks; i++) {
      list.add(Objects.requireNonNull(results.get(i)));
    }
    return list;
  }

  private static void await(List<CompletableFuture<Void>> others) {
    try {
      CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
