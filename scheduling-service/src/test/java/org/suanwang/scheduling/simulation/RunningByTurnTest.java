package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Who gives way is found in two ways: among the running jobs by their turns, or, as long as an
 * elastic one runs, among all. An elastic job that runs by itself in another hub, and gives up
 * nothing, makes the same difference as none.
 */
class RunningByTurnTest {
  private static final int SEEDS = 40;
  private static final int JOBS = 80;
  private static final List<String> POLICIES =
      List.of(
          "priority-preempt-first-fit",
          "sjf-oracle-preempt-best-fit",
          "las-preempt-first-fit",
          "priority-strict-preempt-first-fit",
          "priority-easy-preempt-first-fit",
          "las-conservative-preempt-first-fit");

  private static final Fleet FLEET =
      Fleets.of(
          hub("here", pool("a", 3, 4), pool("b", 2, 8)),
          hub("there", pool("a", 2, 4)),
          hub("aside", pool("c", 1, 2)));

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> POLICIES.stream().map(policy -> Arguments.of(seed, policy)));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void bothWays_findTheSame(int seed, String name) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Job> jobs = jobs(random);
    SchedulingPolicy given = Policies.find(name).orElseThrow().withMinRunSeconds(seed % 3 * 20L);
    SchedulingPolicy policy =
        name.startsWith("las") ? given.withLevelsDeviceSeconds(List.of(100L, 500L)) : given;
    CheckpointRule rule = new CheckpointRule(seed % 4 * 10L, seed % 5, seed % 7);
    Runner alone = run(jobs, policy, rule);
    List<Job> more = new ArrayList<>(jobs);
    more.addFirst(aside());
    Runner beside = run(more, policy, rule);
    for (Job job : jobs) {
      assertThat(told(beside, job)).as(job.id()).isEqualTo(told(alone, job));
    }
    assertThat(alone.outcomes.interruptions() > 0 || name.contains("strict"))
        .as("under strict the head may find nobody to give way")
        .isTrue();
  }

  /** An elastic gang of two on devices that nobody else may use. */
  private static Job aside() {
    Job whole =
        Jobs.job("aside", 2, TaskRequest.wholeDevices(1, "c"), 0, 1_000_000).withPreemptible(false);
    return whole.withTerms(whole.terms().withTasksMin(1));
  }

  private static List<Long> told(Runner run, Job job) {
    int row = run.row(job.id());
    return List.of(
        run.start(job.id()), run.outcomes.endSeconds(row), (long) run.outcomes.interruptions(row));
  }

  private static Runner run(List<Job> jobs, SchedulingPolicy policy, CheckpointRule rule) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(FLEET),
            JobTable.of(jobs),
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule));
  }

  private static List<Job> jobs(SplittableRandom random) {
    List<Job> jobs = new ArrayList<>();
    long submit = 0;
    for (int i = 0; i < JOBS; i++) {
      submit += random.nextInt(20);
      List<String> types = random.nextBoolean() ? List.of("a") : List.of("a", "b");
      TaskRequest request =
          random.nextInt(4) == 0
              ? new TaskRequest(0, 100 * random.nextInt(1, 10), 0, 0, types, null)
              : new TaskRequest(random.nextInt(1, 4), 0, 0, 0, types, null);
      jobs.add(
          Jobs.job("j" + i, random.nextInt(1, 4), request, submit, random.nextInt(1, 300))
              .withPriority(random.nextInt(4))
              .withPreemptible(random.nextInt(6) > 0));
    }
    return jobs;
  }
}
