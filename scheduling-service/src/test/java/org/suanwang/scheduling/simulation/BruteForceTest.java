package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Up to six gangs on four devices that all arrive at once: every order is tried with greedy starts,
 * one of which is optimal. The bound is never above the optimum, no policy below it, and FIFO is
 * exactly what a list of starts worked out by hand gives.
 */
class BruteForceTest {
  private static final int DEVICES = 4;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void smallInstances_boundBelowOptimumBelowPolicies(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      jobs.add(Jobs.gang("j" + i, 1 + random.nextInt(DEVICES), 0, 1 + random.nextInt(9)));
    }
    var fleet = Fleets.single(DEVICES, 1);
    JobTable table = JobTable.of(jobs);
    long optimum = best(jobs, new ArrayList<>());
    Long bound =
        new BoundFinder(Runner.run(fleet, table, "fifo-first-fit").input, Checkpoint.NONE)
            .find()
            .makespanSecondsMin();
    assertThat(bound).isLessThanOrEqualTo(optimum);
    long work = jobs.stream().mapToLong(job -> job.tasks() * job.work()).sum();
    double most = work / (double) (DEVICES * optimum);
    double allocationBound =
        new BoundFinder(Runner.run(fleet, table, "fifo-first-fit").input, Checkpoint.NONE)
            .find()
            .allocationMax();
    assertThat(allocationBound).isBetween(most - 1e-12, 1.0);
    assertThat(allocationBound).as("it says something").isLessThan(2 * most);
    double leastMean = leastSum(jobs, new ArrayList<>()) / (double) jobs.size();
    Double meanBound =
        new BoundFinder(Runner.run(fleet, table, "fifo-first-fit").input, Checkpoint.NONE)
            .find()
            .completionSecondsMeanMin();
    assertThat(meanBound).isLessThanOrEqualTo(leastMean);
    assertThat(meanBound).as("it says something").isGreaterThan(leastMean / 2);
    for (SchedulingPolicy policy : AnyJobs.policies()) {
      long makespan = Runner.run(fleet, table, policy.name()).end.lastEventSeconds();
      assertThat(makespan).isGreaterThanOrEqualTo(optimum);
      assertThat(Runner.run(fleet, table, policy.name()).allocationForWork(makespan))
          .as(policy.name())
          .isLessThanOrEqualTo(most + 1e-12);
      if (policy.discipline() == QueueDiscipline.STRICT && policy.name().startsWith("fifo-")) {
        assertThat(makespan).as("FIFO, strict head of line").isEqualTo(inOrder(jobs));
      }
    }
  }

  /** The least sum of ends. */
  private static long leastSum(List<Job> left, List<Job> order) {
    if (left.isEmpty()) {
      return Arrays.stream(ends(order)).sum();
    }
    long least = Long.MAX_VALUE;
    for (Job next : left) {
      List<Job> rest = new ArrayList<>(left);
      rest.remove(next);
      List<Job> longer = new ArrayList<>(order);
      longer.add(next);
      least = Math.min(least, leastSum(rest, longer));
    }
    return least;
  }

  private static long best(List<Job> left, List<Job> order) {
    if (left.isEmpty()) {
      return inOrder(order);
    }
    long best = Long.MAX_VALUE;
    for (Job next : left) {
      List<Job> rest = new ArrayList<>(left);
      rest.remove(next);
      List<Job> longer = new ArrayList<>(order);
      longer.add(next);
      best = Math.min(best, best(rest, longer));
    }
    return best;
  }

  /** Each job starts as early as it can, but not before the one ahead of it. */
  private static long inOrder(List<Job> order) {
    return Arrays.stream(ends(order)).max().orElse(0);
  }

  private static long[] ends(List<Job> order) {
    long[] ends = new long[order.size()];
    long[] freeAt = new long[DEVICES];
    long start = 0;
    for (int i = 0; i < ends.length; i++) {
      Job job = order.get(i);
      Arrays.sort(freeAt);
      start = Math.max(start, freeAt[job.tasks() - 1]);
      for (int device = 0; device < job.tasks(); device++) {
        freeAt[device] = start + job.work();
      }
      ends[i] = start + job.work();
    }
    return ends;
  }
}
