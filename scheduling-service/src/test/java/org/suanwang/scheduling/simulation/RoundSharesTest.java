package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.share;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Shares of devices, and jobs without devices, where device time is shared out in rounds. */
class RoundSharesTest {
  private static final int SEEDS = 6;
  private static final int JOBS = 40;
  private static final TaskRequest CPU_ONLY = new TaskRequest(0, 0, 2000, 0, List.of(), null);

  static Stream<Arguments> seedsAndPolicies() {
    List<String> policies =
        Policies.all().stream()
            .filter(p -> p.order().sharesTime() && p.name().endsWith("first-fit"))
            .map(SchedulingPolicy::name)
            .filter(name -> !name.startsWith("allox"))
            .toList();
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> policies.stream().map(name -> Arguments.of(seed, name)));
  }

  private static Runner run(Fleet fleet, JobTable jobs, String policy) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON));
  }

  /** A device is to halves what two devices are to whole ones. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void halvesOnDevices_endAsWholeOnesOnTwiceAsMany(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Job> whole = new ArrayList<>();
    List<Job> halves = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < JOBS; i++) {
      at += random.nextInt(600);
      long work = 1L + random.nextInt(4000);
      whole.add(whole("j" + i, 1, at, work));
      halves.add(share("j" + i, 500, at, work));
    }
    Runner expected = run(Fleets.single(6, 1), JobTable.of(whole), policy);
    Runner run = run(Fleets.single(3, 1), JobTable.of(halves), policy);
    for (int i = 0; i < JOBS; i++) {
      assertThat(run.outcomes.endSeconds(i)).as("j" + i).isEqualTo(expected.outcomes.endSeconds(i));
    }
  }

  /** Shares, gangs, whole devices and none, over hubs with CPU and memory. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyJobs_keepAllInvariants(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    FleetLayout layout = new FleetLayout(draw.drawFleet());
    SimulationInput input =
        new SimulationInput(
            layout,
            draw.drawJobs(JOBS),
            Policies.find(policy).orElseThrow().withDepth(5 + seed),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5));
    Invariants invariants = new Invariants(layout, input.jobs());
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
  }

  /** The second finds its CPU in the middle of a round, when the first has ended. */
  @ParameterizedTest
  @MethodSource("seedsAndPolicies")
  void withoutDevices_startAtOnceAndDoNotGiveWay(int seed, String policy) {
    Pool pool = new Pool("a", 1, 1, 3000, 0, Fleets.PRICE);
    Fleet fleet = Fleets.of(new Hub("h", "h", null, List.of(pool)));
    Runner run =
        run(
            fleet,
            table(
                whole("one", 1, 0, 1000 + seed),
                whole("two", 1, 0, 1000),
                job("first", 1, CPU_ONLY, 7, 100),
                job("second", 1, CPU_ONLY, 8, 2000)),
            policy);
    assertThat(run.start("first")).isEqualTo(7);
    assertThat(run.start("second")).isEqualTo(107);
    assertThat(run.outcomes.endSeconds(run.row("second"))).isEqualTo(2107);
    assertThat(run.outcomes.preemptions(run.row("second"))).isZero();
  }

  /** Nobody is planned for, so no round begins in vain. */
  @Test
  void noneWithDevices_runAsWithoutRounds() {
    Fleet fleet = Fleets.of(hub("h", new Pool(null, 1, 0, 2000, 0, Fleets.PRICE)));
    Runner run =
        run(
            fleet,
            table(job("a", 1, CPU_ONLY, 0, 10), job("b", 1, CPU_ONLY, 0, 10)),
            "gavel-las-rounds-first-fit");
    assertThat(run.start("b")).isEqualTo(10);
    assertThat(run.end.events()).isEqualTo(7);
  }

  @Test
  void sharesUnderAllox_areRefused() {
    Fleet fleet = Fleets.of(hub("h", pool("a", 1, 1)));
    JobTable jobs = table(share("part", 500, 0, 10));
    assertThatThrownBy(() -> run(fleet, jobs, "allox-rounds-first-fit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("part");
  }
}
