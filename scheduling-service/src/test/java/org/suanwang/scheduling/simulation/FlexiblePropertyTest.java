package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * What must hold of elastic jobs and mixed gangs for every tree of queues with quotas, by type and
 * of all types; a failure names its seed and policy.
 */
class FlexiblePropertyTest {
  private static final int SEEDS = 60;
  private static final int JOBS = 80;
  private static final List<String> POLICIES =
      List.of(
          "fifo-first-fit",
          "sjf-skip-best-fit",
          "priority-preempt-first-fit",
          "drf-fifo-preempt-best-fit",
          "drf-las-preempt-first-fit",
          "fair-share-fifo-skip-best-fit",
          "fair-tree-srtf-preempt-best-fit",
          "fifo-easy-first-fit",
          "fair-tree-sjf-easy-best-fit",
          "drf-largest-first-easy-best-fit",
          "fifo-conservative-first-fit",
          "fair-tree-sjf-conservative-best-fit");

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> POLICIES.stream().map(policy -> Arguments.of(seed, policy)));
  }

  private static SimulationInput draw(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed + 40_000L);
    FleetLayout layout = new FleetLayout(MixedPropertyTest.drawFleet(random));
    JobTable plain =
        JobTable.of(
            MixedPropertyTest.drawTerms(
                random, MixedPropertyTest.drawJobs(random, JOBS, seed % 2 == 0)));
    RandomQueues queues = new RandomQueues(seed);
    List<@Nullable String> types = new ArrayList<>();
    if (seed % 3 != 1) {
      types.add(null);
    }
    if (seed % 3 != 0) {
      types.addAll(List.of("a", "b"));
    }
    QueueRule rule = queues.draw(types, 2 + seed % 12);
    return new SimulationInput(
            layout,
            queues.tenants(plain),
            Policies.find(policy)
                .orElseThrow()
                .withMinRunSeconds(seed % 4 * 5L)
                .withHalfLifeSeconds(1 + seed % 5 * 100L),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5))
        .withQueues(rule);
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyTree_keepsQuotasAndInvariants_andAllEnd(int seed, String policy) {
    SimulationInput input = draw(seed, policy);
    Invariants invariants = new Invariants(input.layout(), input.jobs());
    Runner run = Runner.run(input, EventSink.all(List.of(invariants, new QuotaSentinel(input))));
    invariants.checkEmptyEnd();
    for (int job = 0; job < JOBS; job++) {
      assertThat(run.outcomes.state(job)).isIn(JobState.COMPLETED, JobState.REJECTED);
    }
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
  }

  /** Nodes fail, are maintained, and are kept for a queue. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void outagesAndPlans_keepQuotasAndInvariants_andAllEnd(int seed, String policy) {
    SimulationInput drawn = draw(seed, policy);
    List<Maintenance> plans = plans(seed);
    Reliability nodes = new Reliability(Level.NODE, null, 1, 0.02);
    Reservation kept = new Reservation("q0", "hub-0", null, 1, 150, 420, seed % 2 * 50L, false);
    SimulationInput input =
        with(drawn, new OutageRule(List.of(nodes), plans, null), seed)
            .withReservations(new ReservationRule(List.of(kept)));
    Invariants invariants = new Invariants(input.layout(), input.jobs());
    Runner run = Runner.run(input, EventSink.all(List.of(invariants, new QuotaSentinel(input))));
    invariants.checkEmptyEnd();
    assertThat(Runner.run(input).hash).as("same input, same log").isEqualTo(run.hash);
  }

  /** Who knows how long jobs run, with as many tasks as they hold, starts none that would not. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void plans_interruptNobodyWhereStartsAreForetold(int seed, String policy) {
    SimulationInput drawn = draw(seed, policy);
    if (drawn.policy().discipline().reservesAhead()) {
      Runner run = Runner.run(with(drawn, new OutageRule(List.of(), plans(seed), null), seed));
      assertThat(run.outcomes.interruptions()).isZero();
    }
  }

  private static List<Maintenance> plans(int seed) {
    return List.of(
        new Maintenance("hub-0", null, 1, 100, 300, seed % 4 * 25L, false),
        new Maintenance("hub-0", null, null, 500, 600, 0, false));
  }

  private static SimulationInput with(SimulationInput drawn, OutageRule outages, int seed) {
    return new SimulationInput(
        drawn.layout(),
        drawn.jobs(),
        drawn.policy(),
        drawn.limits(),
        drawn.estimateRule(),
        drawn.checkpointRule(),
        outages,
        seed,
        drawn.queues());
  }

  /** One queue has always the next turn: the log is that of the policy without queues. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPlainPolicies")
  void oneQueue_isAsNone(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed + 50_000L);
    FleetLayout layout = new FleetLayout(MixedPropertyTest.drawFleet(random));
    JobTable jobs =
        JobTable.of(
            MixedPropertyTest.drawTerms(random, MixedPropertyTest.drawJobs(random, JOBS, false)));
    String plain = Runner.run(layout.fleet(), jobs, policy).log();
    assertThat(Runner.run(layout.fleet(), jobs, "drf-" + policy).log()).isEqualTo(plain);
  }

  static Stream<Arguments> seedsAndPlainPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of("fifo-best-fit", "fifo-skip-first-fit", "sjf-easy-best-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  /** The draws do bring what they are about, under each discipline. */
  @Test
  void draws_bringMixedGangsAndJobsOfOtherSizes() {
    for (String policy : POLICIES) {
      int[] mixed = new int[1];
      Set<Integer> small = new HashSet<>();
      Set<Integer> resized = new HashSet<>();
      for (int seed = 0; seed < SEEDS; seed++) {
        SimulationInput input = draw(seed, policy);
        Runner.run(
            input,
            event -> {
              if (event.kind() == EventKind.STARTED || event.kind() == EventKind.RESIZED) {
                boolean isMixed =
                    Arrays.stream(event.allocation().devices())
                            .mapToObj(d -> input.layout().poolOfDevice(d).group())
                            .distinct()
                            .count()
                        > 1;
                mixed[0] += isMixed ? 1 : 0;
                boolean isSmall = event.allocation().tasks() < input.jobs().tasks(event.job());
                (event.kind() == EventKind.RESIZED ? resized : small)
                    .addAll(isSmall ? List.of(event.job()) : List.of());
              }
            });
      }
      assertThat(mixed[0]).as(policy).isGreaterThan(SEEDS / 3);
      assertThat(small).as(policy).hasSizeGreaterThan(20);
      if (policy.contains("preempt")) {
        assertThat(resized).as(policy).hasSizeGreaterThan(10);
      }
    }
  }
}
