package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** What must hold for every input in which much goes down; a failure names seed and policy. */
class OutagePropertyTest {
  private static final int SEEDS = 60;
  private static final int JOBS = 120;

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-best-fit",
                        "fifo-skip-first-fit",
                        "priority-preempt-best-fit",
                        "las-preempt-first-fit",
                        "fifo-device-clustering",
                        "fifo-easy-best-fit",
                        "sjf-easy-device-packing",
                        "fifo-conservative-first-fit",
                        "sjf-conservative-best-fit",
                        "fair-share-fifo-conservative-best-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** Devices, nodes and hubs fail, plans overlap with each other and with failures. */
  private static OutageRule rule(int seed) {
    return new OutageRule(
        List.of(
            new Reliability(Level.DEVICE, seed % 2 == 0 ? null : "a", 1.5, 0.02),
            new Reliability(Level.NODE, null, 1, 0.02),
            new Reliability(Level.HUB, null, 2, 0.01)),
        List.of(
            new Maintenance("hub-0", null, 2, 100, 300, seed % 4 * 25L, false),
            new Maintenance("hub-0", null, null, 200, 400, seed % 3 * 70L, false)),
        seed % 3 == 0 ? 3 : null);
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void outagesOfAllKinds_keepAllInvariants(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(JOBS));
    FleetLayout layout = new FleetLayout(fleet);
    SimulationInput input =
        new SimulationInput(
            layout,
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(seed % 3 * 20L, seed % 2, seed % 4),
            rule(seed),
            seed);
    Invariants invariants = new Invariants(layout, jobs);
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
    check(run);
  }

  private static void check(Runner run) {
    long window = run.end.lastEventSeconds();
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1);
    assertThat(metrics.jobsCompleted() + metrics.jobsFailed() + metrics.jobsRejected())
        .isEqualTo(JOBS);
    long devices = run.input.layout().devices();
    double all = devices * window / 3600.0;
    assertThat(metrics.allocation() * all + metrics.downDeviceHours())
        .as("device time held and down")
        .isLessThanOrEqualTo(all + 1e-6);
    var bounds = new BoundFinder(run.input, Checkpoint.NONE).find(run::isUnfinished);
    assertThat(bounds.withheldBecause() == null).isEqualTo(metrics.jobsFailed() == 0);
    if (bounds.makespanSecondsMin() != null) {
      assertThat(metrics.makespanSeconds()).isGreaterThanOrEqualTo(bounds.makespanSecondsMin());
    }
    if (bounds.completionSecondsMeanMin() != null) {
      assertThat(metrics.completion().mean())
          .isGreaterThanOrEqualTo(bounds.completionSecondsMeanMin() - 1e-9);
    }
  }
}
