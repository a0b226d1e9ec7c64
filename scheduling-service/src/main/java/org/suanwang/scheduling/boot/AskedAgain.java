package org.suanwang.scheduling.boot;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.UnavailableException;
import org.suanwang.scheduling.experiment.LongAnswers;

/**
 * Works out answers in threads of their own, a few at once. A caller waits for a while and is then
 * told to ask again; the work goes on, and its answer is kept until it was given, or others need
 * the place. Work that nobody has asked for in twice that while is given up.
 */
final class AskedAgain implements LongAnswers {
  private static final int WORKS_MAX = 2;

  /** The clock is not read at each event. */
  private static final int PASSES_BETWEEN = 256;

  /** Who asks again needs some time for it. */
  private static final long UNASKED_NANOS_MIN = TimeUnit.SECONDS.toNanos(10);

  private final long waitNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Work<?>> works = new LinkedHashMap<>();

  AskedAgain(int secondsMax, LongSupplier nanoTime) {
    this.waitNanos = TimeUnit.SECONDS.toNanos(secondsMax);
    this.nanoTime = nanoTime;
  }

  /** One question that is worked out, or was. */
  private final class Work<T> implements Checkpoint {
    private final FutureTask<T> task;
    private volatile long askedNanos = nanoTime.getAsLong();
    private int passes;

    Work(Function<Checkpoint, T> function) {
      task = new FutureTask<>(() -> function.apply(this));
    }

    @Override
    public void pass() {
      if (passes++ % PASSES_BETWEEN == 0 && isGivenUp(askedNanos)) {
        throw new UnavailableException(
            "a simulation was being repeated for this answer, and that was given up as nobody asked"
                + " for it any more; ask again");
      }
    }
  }

  private boolean isGivenUp(long askedNanos) {
    return nanoTime.getAsLong() - askedNanos > Math.max(UNASKED_NANOS_MIN, 2 * waitNanos);
  }

  @Override
  public <T> T answer(String question, Function<Checkpoint, T> function) {
    long end = nanoTime.getAsLong() + waitNanos;
    try {
      return await(question, work(question, function, end), end);
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private <T> T await(String question, Work<T> work, long end) throws InterruptedException {
    work.askedNanos = nanoTime.getAsLong();
    try {
      long nanos = Math.max(0, end - nanoTime.getAsLong());
      T answer = work.task.get(nanos, TimeUnit.NANOSECONDS);
      forget(question, work);
      return answer;
    } catch (TimeoutException e) {
      throw new UnavailableException(
          "for this answer a simulation is being repeated, which takes longer than "
              + TimeUnit.NANOSECONDS.toSeconds(waitNanos)
              + " s (suanwang.replay.seconds-max); it goes on: ask again, within as long, until the"
              + " answer is there");
    } catch (ExecutionException e) {
      forget(question, work);
      throw thrown(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static UnavailableException stopped() {
    Thread.currentThread().interrupt();
    return new UnavailableException("the service stops; ask again when it is back");
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  private synchronized void forget(String question, Work<?> work) {
    works.remove(question, work);
  }

  /** The work on a question, begun when there is a place for it. */
  @SuppressWarnings("unchecked") // a question names its answer, type and all
  private synchronized <T> Work<T> work(
      String question, Function<Checkpoint, T> function, long endNanos)
      throws InterruptedException {
    while (true) {
      Work<T> known = (Work<T>) works.get(question);
      if (known != null && known.task.state() != Future.State.FAILED) {
        return known;
      }
      works.remove(question);
      if (works.size() < WORKS_MAX || makesPlace()) {
        return begun(question, function);
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(endNanos - nanoTime.getAsLong());
      if (millis <= 0) {
        throw new UnavailableException(
            WORKS_MAX + " simulations are being repeated for other answers; ask again later");
      }
      wait(millis);
    }
  }

  private <T> Work<T> begun(String question, Function<Checkpoint, T> function) {
    Work<T> work = new Work<>(function);
    works.put(question, work);
    Thread.ofPlatform()
        .name("replay")
        .daemon()
        .start(
            () -> {
              work.task.run();
              wake();
            });
    return work;
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Forgets the oldest answer that is there; false when all are still worked out. */
  private boolean makesPlace() {
    Iterator<Work<?>> oldest = works.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().task.isDone()) {
        oldest.remove();
        return true;
      }
    }
    return false;
  }
}
