package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Queues with quotas and fair turns beside {@link SlowQueues}, to the second. */
class QueueReferenceTest {
  private static final int JOBS = 50;
  private static final int SEEDS = 60;
  private static final long HALF_LIFE = 120;

  /** With preemption behind the name where others give way to the head. */
  private static final List<String> DISCIPLINES =
      List.of(
          "strict", "skip", "easy", "conservative", "preempt", "strict-preempt", "easy-preempt");

  static List<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (String fairness : List.of("none", "drf", "fair-share", "fair-tree")) {
        for (String discipline : DISCIPLINES) {
          cases.add(Arguments.of(seed, fairness, discipline));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "seed {0}, {1}, {2}")
  @MethodSource("cases")
  void everyJobEndsToTheSecondAsInTheReference(int seed, String fairness, String discipline) {
    run(seed, fairness, discipline, false);
  }

  /** The same where about half of the jobs are elastic. */
  @ParameterizedTest(name = "seed {0}, {1}, {2}")
  @MethodSource("cases")
  void everyElasticJobEndsToTheSecondToo(int seed, String fairness, String discipline) {
    run(seed, fairness, discipline, true);
  }

  private static void run(int seed, String fairness, String discipline, boolean areElastic) {
    SplittableRandom random = new SplittableRandom(seed);
    int devices = 1 + random.nextInt(8);
    RandomQueues queues = new RandomQueues(seed);
    List<String> all = new ArrayList<>();
    all.add(null);
    QueueRule rule = queues.draw(all, devices);
    List<Job> drawn = draw(random, devices);
    JobTable jobs = queues.tenants(JobTable.of(areElastic ? elastic(random, drawn) : drawn));
    SimulationInput input =
        new SimulationInput(
                new FleetLayout(Fleets.single(1, devices)),
                jobs,
                policy(fairness, discipline).withHalfLifeSeconds(HALF_LIFE),
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON)
            .withQueues(rule);
    Runner run = Runner.run(input);
    long[] ends = new long[JOBS];
    Arrays.setAll(ends, run.outcomes::endSeconds);
    assertThat(ends)
        .isEqualTo(
            input.looksAtQueues()
                ? new SlowQueues(devices, jobs.toList(), rule, fairness, HALF_LIFE).ends(discipline)
                : endsInOneQueue(devices, jobs, rule, discipline));
  }

  private static SchedulingPolicy policy(String fairness, String discipline) {
    String preemption = discipline.endsWith("preempt") ? "by-turn" : "none";
    String named = discipline.replace("-preempt", "");
    return Policies.find(fairness, "fifo", named, preemption, "first-fit").orElseThrow();
  }

  /** Where queues do not matter, all jobs take turns with each other. */
  private static long[] endsInOneQueue(
      int devices, JobTable jobs, QueueRule rule, String discipline) {
    List<Job> all = jobs.toList().stream().map(j -> j.withTenant(jobs.tenant(0))).toList();
    if (!discipline.equals("conservative")) {
      return new SlowQueues(devices, all, rule, "none", HALF_LIFE).ends(discipline);
    }
    return new SlowConservative(new int[] {devices}, all)
        .run(Comparator.comparingLong(Job::submitSeconds), false)
        .ends;
  }

  private static List<Job> elastic(SplittableRandom random, List<Job> jobs) {
    return jobs.stream()
        .map(
            job ->
                random.nextBoolean()
                    ? job
                    : job.withTerms(job.terms().withTasksMin(1 + random.nextInt(job.tasks()))))
        .toList();
  }

  private static List<Job> draw(SplittableRandom random, int devices) {
    List<Job> jobs = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < JOBS; i++) {
      at += random.nextLong(12);
      int width = 1 + random.nextInt(random.nextInt(4) == 0 ? devices : 1 + devices / 3);
      Job drawn = Jobs.gang("j" + i, width, at, 1 + random.nextLong(60));
      Long estimate = random.nextBoolean() ? null : Long.valueOf(1 + random.nextLong(90));
      jobs.add(drawn.withTerms(drawn.terms().withEstimate(estimate)));
    }
    return jobs;
  }
}
