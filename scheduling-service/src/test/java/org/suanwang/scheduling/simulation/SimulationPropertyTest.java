package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.settlement.Settlement;
import org.suanwang.scheduling.testing.AnyJobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold for every input; a failure names its seed and policy. */
class SimulationPropertyTest {
  private static final int SEEDS = 150;
  private static final int JOBS = 120;

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> AnyJobs.policies().stream().map(p -> Arguments.of(seed, p.name())));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyInput_keepsAllInvariants(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(JOBS));
    Invariants invariants = new Invariants(new FleetLayout(fleet), jobs);

    Runner run = Runner.run(fleet, jobs, policy, SimulationLimits.WIDEST, invariants);

    invariants.checkEmptyEnd();
    checkOutcomes(run);
    assertThat(Runner.run(fleet, jobs, policy).hash).as("same input, same log").isEqualTo(run.hash);
    checkHorizon(fleet, jobs, policy, run);
  }

  /** Killing only ever shortens a run, and the bounds know of it. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobsKilledAtTheirEstimates_keepTheBounds(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(JOBS));
    Runner run = Runner.run(fleet, jobs, policy, EstimateRule.KILL);
    checkOutcomes(run);
    for (int job = 0; job < JOBS; job++) {
      if (run.outcomes.state(job) != JobState.REJECTED) {
        assertThat(run.outcomes.state(job) == JobState.KILLED)
            .isEqualTo(EstimateRule.KILL.kills(jobs, job));
        assertThat(run.outcomes.heldSeconds(job, Long.MAX_VALUE))
            .isEqualTo(Math.min(jobs.workSeconds(job), jobs.estimateSeconds(job)));
      }
    }
  }

  static Stream<Arguments> seedsAndPreemptivePolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of("priority", "srtf", "las", "largest-first", "fifo")
                    .map(o -> o + "-preempt-" + (seed % 2 == 0 ? "best-fit" : "first-fit"))
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** Interruptions that cost work and time, and jobs that are spared for a while or altogether. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPreemptivePolicies")
  void costlyInterruptions_keepAllInvariants(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(JOBS));
    FleetLayout layout = new FleetLayout(fleet);
    CheckpointRule rule = new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5);
    SimulationInput input =
        new SimulationInput(
            layout,
            jobs,
            Policies.find(policy).orElseThrow().withMinRunSeconds(seed % 7),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule);
    Invariants invariants = new Invariants(layout, jobs);
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    checkOutcomes(run);
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    double lost = 0;
    for (int job = 0; job < JOBS; job++) {
      long work = rule.heldSeconds(jobs.workSeconds(job));
      if (run.outcomes.state(job) == JobState.COMPLETED && run.outcomes.interruptions(job) == 0) {
        assertThat(run.outcomes.heldSeconds(job, Long.MAX_VALUE)).isEqualTo(work);
      } else if (run.outcomes.state(job) == JobState.COMPLETED && rule.intervalSeconds() == 0) {
        double held = run.outcomes.heldSeconds(job, Long.MAX_VALUE);
        lost += (held - work) * jobs.milliDevices(job);
      }
    }
    if (rule.intervalSeconds() == 0) {
      assertThat(run.outcomes.lostMilliDeviceSeconds()).isEqualTo(lost);
    }
  }

  private static void checkOutcomes(Runner run) {
    long window = run.end.lastEventSeconds();
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1);
    assertThat(metrics.jobsCompleted() + metrics.jobsKilled() + metrics.jobsRejected())
        .isEqualTo(JOBS);
    long held = 0;
    for (int job = 0; job < JOBS; job++) {
      boolean rejected = run.outcomes.state(job) == JobState.REJECTED;
      assertThat(run.outcomes.reason(job) != null || !rejected).isTrue();
      held += run.outcomes.heldSeconds(job, window) * run.input.jobs().milliDevices(job);
    }
    assertThat(metrics.total().allocatedMilliDeviceSeconds()).isEqualTo(held);
    assertThat(metrics.hubs().stream().mapToLong(u -> u.allocatedMilliDeviceSeconds()).sum())
        .isEqualTo(held);
    assertThat(metrics.allocation()).isBetween(0.0, 1.0);
    assertThat(metrics.fragmentationAtEnd()).as("all is free at the end").isZero();
    assertThat(run.jobsUnfinished()).isZero();
    checkBounds(run, metrics);
    Settlement settlement =
        Settlement.of(new Ledger(run.outcomes, window, 80_000), Checkpoint.NONE);
    assertThat(settlement.balances().stream().mapToLong(b -> b.microCny()).sum()).isZero();
  }

  private static void checkBounds(Runner run, RunMetrics metrics) {
    Bounds bounds = new BoundFinder(run.input, Checkpoint.NONE).find(run::isUnfinished);
    boolean isStated = run.jobsUnfinished() == 0;
    assertThat(bounds.makespanSecondsMin() != null).isEqualTo(isStated);
    assertThat(bounds.completionSecondsMeanMin() != null).isEqualTo(isStated);
    assertThat(bounds.withheldBecause() == null).isEqualTo(isStated);
    assertThat(run.allocationForWork(metrics.windowSeconds()))
        .isLessThanOrEqualTo(Math.min(metrics.allocation(), bounds.allocationMax()) + 1e-12);
    if (bounds.makespanSecondsMin() != null && bounds.completionSecondsMeanMin() != null) {
      assertThat(metrics.makespanSeconds()).isGreaterThanOrEqualTo(bounds.makespanSecondsMin());
      assertThat(metrics.completion().mean())
          .isGreaterThanOrEqualTo(bounds.completionSecondsMeanMin() - 1e-9);
    }
  }

  /** A horizon only cuts the log off; what happened before it stays as it was. */
  private static void checkHorizon(Fleet fleet, JobTable jobs, String policy, Runner whole) {
    long horizon = Math.max(1, whole.end.lastEventSeconds() / 2);
    SimulationLimits limits = new SimulationLimits(horizon, SimulationLimits.EVENTS_MAX);
    Runner cut = Runner.run(fleet, jobs, policy, limits, event -> {});
    checkBounds(cut, RunMetrics.of(cut.outcomes, cut.end, horizon, 1));
    List<String> all = whole.log().lines().toList();
    List<String> first = cut.log().lines().toList();
    assertThat(all.subList(0, first.size())).isEqualTo(first);
    for (int job = 0; job < jobs.size(); job++) {
      JobOutcomes outcomes = cut.outcomes;
      if (outcomes.state(job) == JobState.WAITING) {
        assertThat(outcomes.reason(job)).as("every job that waits has a reason").isNotNull();
      }
    }
  }
}
