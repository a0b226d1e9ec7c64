package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold when jobs leave before their end; a failure names its seed and policy. */
class LeavingPropertyTest {
  private static final int SEEDS = 60;
  private static final int JOBS = 120;

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-first-fit",
                        "sjf-skip-best-fit",
                        "fifo-easy-first-fit",
                        "fifo-conservative-best-fit",
                        "priority-preempt-first-fit",
                        "edf-preempt-best-fit",
                        "drf-fifo-skip-first-fit",
                        "fair-share-priority-preempt-first-fit",
                        "fair-tree-edf-first-fit",
                        "drf-fifo-conservative-best-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobsThatLeave_keepAllInvariants(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawLeaving(draw.drawPlans(draw.drawJobs(JOBS)));
    Invariants invariants = new Invariants(new FleetLayout(fleet), jobs);
    Runner run = Runner.run(fleet, jobs, policy, SimulationLimits.WIDEST, invariants);
    invariants.checkEmptyEnd();
    for (int job = 0; job < JOBS; job++) {
      checkTimes(run.outcomes, job);
    }
    checkCounts(RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1));
    assertThat(Runner.run(fleet, jobs, policy).hash).as("same input, same log").isEqualTo(run.hash);
  }

  /** With checkpoints and failures it may be made to shrink, grow, give way and start again. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void elasticJobsThatLeave_keepAllInvariants(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    FleetLayout layout = new FleetLayout(draw.drawFleet());
    JobTable jobs = draw.drawElastic(draw.drawPlans(draw.drawJobs(JOBS)));
    SimulationInput input =
        new SimulationInput(
            layout,
            seed % 2 == 0 ? jobs : draw.drawLeaving(jobs),
            Policies.find(policy).orElseThrow().withMinRunSeconds(seed % 7),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5));
    Invariants invariants = new Invariants(layout, input.jobs());
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    checkCounts(RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1));
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    for (int job = 0; job < JOBS; job++) {
      checkWork(run.outcomes, job);
    }
  }

  /** What was held is at least the work, which n of N tasks do N/n times as long. */
  private static void checkWork(JobOutcomes outcomes, int job) {
    JobTable jobs = outcomes.jobs();
    if (outcomes.state(job) == JobState.COMPLETED) {
      long milli = outcomes.heldMilliDeviceSeconds(job, Long.MAX_VALUE);
      assertThat(milli)
          .as(jobs.id(job))
          .isGreaterThanOrEqualTo(jobs.milliDevices(job) * jobs.workSeconds(job));
      if (!jobs.isElastic(job)) {
        assertThat(outcomes.resizes(job)).as(jobs.id(job)).isZero();
      }
    }
  }

  private static void checkTimes(JobOutcomes outcomes, int job) {
    JobTable jobs = outcomes.jobs();
    JobState state = outcomes.state(job);
    long start = outcomes.startSeconds(job);
    long end = outcomes.endSeconds(job);
    String id = jobs.id(job) + " " + state;
    if (state == JobState.REJECTED) {
      return;
    }
    assertThat(end).as(id).isLessThanOrEqualTo(jobs.cancelSeconds(job));
    assertThat(start).as(id).isLessThan(jobs.startTimeoutSeconds(job));
    switch (state) {
      case TIMED_OUT -> {
        assertThat(start).as(id).isEqualTo(JobOutcomes.NEVER);
        assertThat(end).as(id).isEqualTo(jobs.startTimeoutSeconds(job));
      }
      case CANCELLED -> assertThat(end).as(id).isEqualTo(jobs.cancelSeconds(job));
      case COMPLETED, CRASHED, STOPPED ->
          assertThat(outcomes.heldSeconds(job, Long.MAX_VALUE))
              .as(id)
              .isGreaterThanOrEqualTo(jobs.workSeconds(job));
      default -> throw new AssertionError(id);
    }
    long held = outcomes.heldSeconds(job, Long.MAX_VALUE);
    assertThat(start == JobOutcomes.NEVER).as(id).isEqualTo(held == 0 && start != end);
  }

  private static void checkCounts(RunMetrics m) {
    int all =
        m.jobsCompleted()
            + m.jobsRejected()
            + m.jobsCrashed()
            + m.jobsStopped()
            + m.jobsCancelled()
            + m.jobsTimedOut();
    assertThat(all).isEqualTo(JOBS);
  }
}
