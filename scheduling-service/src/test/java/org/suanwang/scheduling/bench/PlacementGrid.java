package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.FragmentMeasure;
import org.suanwang.scheduling.policy.TaskMix;
import org.suanwang.scheduling.workload.JobTable;

/**
 * As many experiments as the study of 2023 has, 17 pod lists times six policies times ten seeds, on
 * two threads: the lists at hand take the place of the others, with seeds of their own.
 */
final class PlacementGrid {
  private static final PrintStream OUT = System.out;
  private static final int EXPERIMENTS = 17 * 6 * 10;
  private static final int THREADS = 2;

  private PlacementGrid() {}

  static void run(Traces traces, FleetLayout layout) throws IOException {
    List<Callable<Double>> all = new ArrayList<>();
    List<String> lists = PlacementStudy.lists(traces);
    int seeds = EXPERIMENTS / (lists.size() * PlacementStudy.PUBLISHED.size());
    for (String list : lists) {
      JobTable jobs = PlacementStudy.pods(list, traces);
      var measure = new FragmentMeasure(TaskMix.typical(jobs, PlacementStudy.COVERAGE));
      for (String policy : PlacementStudy.PUBLISHED) {
        IntStream.range(0, seeds)
            .map(i -> PlacementStudy.FIRST_SEED + i)
            .<Callable<Double>>mapToObj(
                seed ->
                    () -> {
                      int[] queue = PlacementStudy.queue(layout, jobs, seed);
                      return PlacementStudy.pack(policy, layout, jobs, measure, queue, seed)
                          .allocated();
                    })
            .forEach(all::add);
      }
    }
    long before = System.nanoTime();
    double sum = sum(all);
    OUT.printf(
        Locale.ROOT,
        "%ngrid: %d experiments on %d threads in %.1f s; %.2f %% of the devices in the mean%n",
        all.size(),
        THREADS,
        (System.nanoTime() - before) / 1e9,
        100 * sum / all.size());
  }

  private static double sum(List<Callable<Double>> experiments) {
    double sum = 0;
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Double> one : threads.invokeAll(experiments)) {
        sum += one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return sum;
  }
}
