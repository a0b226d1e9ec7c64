package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.Fragment;
import org.suanwang.scheduling.metrics.FragmentTally;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** The fragment of random runs in which jobs give way, shrink and fail, against a slow count. */
class FragmentPropertyTest {
  private static final int SEEDS = 15;
  private static final int JOBS = 60;
  private static final long WINDOW = 3000;

  /** Half a thousandth, and half a millionth for each node. */
  private static final double TOLERANCE = 6e-4;

  private static final OutageRule OUTAGES =
      new OutageRule(
          List.of(
              new Reliability(Level.DEVICE, null, 1, 1), new Reliability(Level.NODE, null, 2, 1)),
          List.of(new Maintenance("hub-0", null, 2, 100, 400, false)),
          null);

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        "fifo-skip-fragmentation-gradient-descent",
                        "priority-preempt-best-fit",
                        "fifo-easy-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void randomRun_losesWhatACountOfAllDevicesSays(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawLeaving(draw.drawElastic(draw.drawPlans(draw.drawJobs(JOBS))));
    FleetLayout layout = new FleetLayout(fleet);
    SimulationInput input =
        new SimulationInput(
            layout,
            jobs,
            Policies.find(policy).orElseThrow(),
            new SimulationLimits(WINDOW, SimulationLimits.EVENTS_MAX),
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            OUTAGES,
            seed);
    FragmentTally tally = new FragmentTally(layout, jobs);
    SlowFragment slow = new SlowFragment(layout, jobs);
    Runner run = Runner.run(input, EventSink.all(List.of(tally, slow)));
    Fragment told = tally.over(WINDOW);
    assertThat(told.usualRequests()).isEqualTo(slow.usualRequests());
    same(told.atStart(), slow.first().fragment(), slow.first().free());
    same(told.atEnd(), slow.last().fragment(), slow.last().free());
    same(told.mean(), slow.means(0, WINDOW, WINDOW));
    TimeSeries series = tally.beside(run.series(WINDOW));
    for (TimeSeries.Point p : series.points()) {
      same(
          Objects.requireNonNull(p.fragment()), slow.means(p.fromSeconds(), p.toSeconds(), WINDOW));
    }
  }

  private static void same(Fragment.Level told, double... expected) {
    assertThat(told.devices()).isCloseTo(expected[0], within(TOLERANCE));
    assertThat(told.devicesFree()).isCloseTo(expected[1], within(TOLERANCE));
    assertThat(told.devices()).isBetween(0.0, told.devicesFree() + TOLERANCE);
  }
}
