package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.rounds.AlloX;
import org.suanwang.scheduling.rounds.FinishTimeFairness;
import org.suanwang.scheduling.rounds.FirstInFirstOut;
import org.suanwang.scheduling.rounds.Knowledge;
import org.suanwang.scheduling.rounds.MaxMinFairness;
import org.suanwang.scheduling.rounds.MinimumMakespan;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.RoundSimulation;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.ThroughputMatching;
import org.suanwang.scheduling.rounds.ThroughputMatrix;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Rounds of device time on nodes, with interruptions that cost. */
class RoundServiceTest {
  private static final int SEEDS = 12;
  private static final int JOBS = 60;
  private static final int[] DEVICES = {3, 2, 4};
  private static final double[] EASY = {1, 0.5, 0.25};
  private static final double[] PICKY = {1, 0.5, 0};
  private static final TaskRequest ANY = new TaskRequest(1, 0, 0, 0, List.of(), "a");
  private static final TaskRequest SOME = new TaskRequest(1, 0, 0, 0, List.of("a", "b"), "a");

  /** One device a node; the second type does half of what the first does, the third a quarter. */
  private static Fleet fleet() {
    Fleet alike = Fleets.of(hub("h", pool("a", 3, 1), pool("b", 2, 1), pool("c", 4, 1)));
    List<DeviceType> types =
        List.of(
            new DeviceType("a", 100.0, 300.0, DeviceType.Source.REQUEST),
            new DeviceType("b", 50.0, 300.0, DeviceType.Source.REQUEST),
            new DeviceType("c", 25.0, 300.0, DeviceType.Source.REQUEST));
    return new Fleet(alike.name(), alike.hubs(), types, null);
  }

  static Stream<Arguments> seedsAndPolicies() {
    List<Arguments> policies =
        List.of(
            policy("gavel-las", () -> new MaxMinFairness(Knowledge.AWARE)),
            policy("gavel-las-agnostic", () -> new MaxMinFairness(Knowledge.AGNOSTIC)),
            policy("gavel-fifo", () -> new FirstInFirstOut(Knowledge.AWARE)),
            policy("gavel-fifo-agnostic", () -> new FirstInFirstOut(Knowledge.AGNOSTIC)),
            policy("gavel-ftf", () -> new FinishTimeFairness(Knowledge.AWARE)),
            policy("gavel-ftf-agnostic", () -> new FinishTimeFairness(Knowledge.AGNOSTIC)),
            policy("gavel-makespan", () -> new MinimumMakespan(Knowledge.AWARE)),
            policy("gavel-makespan-agnostic", () -> new MinimumMakespan(Knowledge.AGNOSTIC)),
            policy("allox", AlloX::new),
            policy("matching", () -> new ThroughputMatching(Knowledge.AWARE)));
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> policies.stream().map(p -> Arguments.of(seed, p.get()[0], p.get()[1])));
  }

  private static Arguments policy(String name, Supplier<SharePolicy> make) {
    return Arguments.of(name, make);
  }

  /**
   * Rows are in the order in which their kind comes first. The study knows only device types and
   * real numbers, the simulator nodes and seconds.
   */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void jobsOfOneDevice_endAsInTheStudy(int seed, String policy, Supplier<SharePolicy> make) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Job> jobs = new ArrayList<>();
    List<RoundJob> same = new ArrayList<>();
    boolean isFirstPicky = false;
    long at = 1;
    for (int i = 0; i < JOBS; i++) {
      at += random.nextInt(900);
      long work = 4L * (1 + random.nextInt(1000));
      boolean isPicky = random.nextInt(3) == 0;
      isFirstPicky = i == 0 ? isPicky : isFirstPicky;
      TaskRequest request = isPicky ? SOME : ANY;
      jobs.add(new Job("j" + i, "test", null, false, 1, request, at, work));
      same.add(new RoundJob(isPicky == isFirstPicky ? 0 : 1, at, work));
    }
    ThroughputMatrix matrix =
        new ThroughputMatrix(
            List.of("first", "other"),
            List.of("a", "b", "c"),
            isFirstPicky ? new double[][] {PICKY, EASY} : new double[][] {EASY, PICKY});
    SharePolicy shares = make.get();
    Long told = seed % 2 == 0 ? null : (Long) (seed % 3 * 500L);
    long round = seed % 5 == 0 ? 700 : SchedulingPolicy.ROUND_SECONDS_DEFAULT;
    double findingSecondsMin = told == null ? shares.findingSecondsMin((double) round) : told;
    double[] expected =
        new RoundSimulation(matrix, DEVICES, shares, findingSecondsMin, (double) round, 0)
            .completionSeconds(same.iterator(), 0, JOBS);
    Runner run =
        Runner.run(
            new SimulationInput(
                new FleetLayout(fleet()),
                JobTable.of(jobs),
                Policies.find(policy + "-rounds-first-fit")
                    .orElseThrow()
                    .withShareSecondsMin(told)
                    .withRoundSeconds(round),
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON));
    for (int job = 0; job < JOBS; job++) {
      assertThat((double) (run.outcomes.endSeconds(job) - jobs.get(job).submitSeconds()))
          .as("job " + job)
          .isEqualTo(expected[job]);
    }
  }

  /** Gangs over nodes of several hubs, some of which leave before their end or never fit. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyGangs_keepAllInvariants(int seed, String policy, Supplier<SharePolicy> make) {
    RandomInput draw = new RandomInput(seed);
    FleetLayout layout = new FleetLayout(draw.drawFleet());
    JobTable drawn = draw.drawWhole(draw.drawJobs(JOBS), policy.equals("allox") ? 1 : 3);
    SimulationInput input =
        new SimulationInput(
            layout,
            seed % 2 == 0 ? drawn : draw.drawLeaving(drawn),
            Policies.find(policy + "-rounds-best-fit").orElseThrow().withDepth(10 + seed),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5));
    Invariants invariants = new Invariants(layout, input.jobs());
    Runner run = Runner.run(input, invariants);
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
  }

  /** Alone each would need 3,600 seconds; they take turns of 360, and save and restore for 10. */
  @Test
  void interruptions_costWhatTheySay() {
    JobTable jobs = table(whole("one", 1, 0, 720), whole("two", 1, 0, 720));
    SimulationInput input =
        new SimulationInput(
            new FleetLayout(Fleets.single(1, 1)),
            jobs,
            Policies.find("gavel-las-rounds-first-fit").orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(0, 4, 6));
    Runner run = Runner.run(input);
    assertThat(run.outcomes.preemptions(0)).isEqualTo(2);
    assertThat(run.outcomes.heldSeconds(0, Long.MAX_VALUE)).isEqualTo(720 + 2 * 10);
    assertThat(run.outcomes.lostMilliDeviceSeconds())
        .isEqualTo(1000.0 * 10 * run.outcomes.interruptions());
  }

  @Test
  void whoComesDuringARound_waitsForTheNext() {
    JobTable jobs = table(whole("one", 1, 0, 720), whole("late", 1, 100, 50));
    Runner run = Runner.run(Fleets.single(1, 2), jobs, "gavel-las-rounds-first-fit");
    assertThat(run.start("late")).isEqualTo(360);
    assertThat(run.outcomes.reason(run.row("late"))).isEqualTo(WaitReason.NOT_ITS_ROUND);
  }

  /** The gang of four finds no node while the others hold one device of each. */
  @Test
  void gangThatTheNodesDoNotTake_waitsAndIsMoreDue() {
    JobTable jobs =
        table(whole("left", 3, 0, 900), whole("right", 3, 0, 900), whole("pair", 2, 1, 10));
    Runner run = Runner.run(Fleets.single(2, 4), jobs, "gavel-las-rounds-first-fit");
    assertThat(run.outcomes.endSeconds(run.row("pair"))).isLessThanOrEqualTo(1500);
    assertThat(run.outcomes.endSeconds(run.row("left"))).isPositive();
  }

  @Test
  void gangsUnderAllox_areRefused() {
    JobTable jobs = table(gang("wide", 2, 0, 10));
    assertThatThrownBy(() -> Runner.run(Fleets.single(1, 2), jobs, "allox-rounds-first-fit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wide");
  }
}
