package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.QueueOrder;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** Runs under lists of orders: by hand, and beside orders that are made in another way. */
class OrderListRunTest {
  private static Runner run(Fleet fleet, JobTable jobs, SchedulingPolicy policy) {
    return run(fleet, jobs, policy, CheckpointRule.FREE);
  }

  private static Runner run(
      Fleet fleet, JobTable jobs, SchedulingPolicy policy, CheckpointRule rule) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(fleet),
            jobs,
            policy,
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule),
        event -> {});
  }

  /** One device. At 10 the urgent come first, of them the short one; of the others likewise. */
  @Test
  void priorityThenShortest_onOneDevice() {
    JobTable jobs =
        table(
            gang("first", 1, 0, 10),
            gang("low-long", 1, 1, 9),
            gang("low-short", 1, 2, 3),
            gang("high-long", 1, 3, 8).withPriority(1),
            gang("high-short", 1, 4, 2).withPriority(1),
            gang("high-short-too", 1, 5, 2).withPriority(1));
    Runner run = Runner.run(Fleets.single(1, 1), jobs, "priority+sjf-first-fit");
    assertThat(run.start("high-short")).isEqualTo(10);
    assertThat(run.start("high-short-too")).isEqualTo(12);
    assertThat(run.start("high-long")).isEqualTo(14);
    assertThat(run.start("low-short")).isEqualTo(22);
    assertThat(run.start("low-long")).isEqualTo(25);
  }

  /**
   * One device. Equal priority: at 5 the first has 15 left and gives way to 10; at 6 nobody gives
   * way to 12, and the urgent one passes all at 8.
   */
  @Test
  void priorityThenLeastLeft_givesWayByBoth() {
    JobTable jobs =
        table(
            gang("first", 1, 0, 20),
            gang("shorter", 1, 5, 10),
            gang("longer", 1, 6, 12),
            gang("urgent", 1, 8, 100).withPriority(1));
    Runner run = Runner.run(Fleets.single(1, 1), jobs, "priority+srtf-preempt-first-fit");
    assertThat(run.start("shorter")).isEqualTo(5);
    assertThat(run.start("urgent")).isEqualTo(8);
    assertThat(run.outcomes.endSeconds(run.row("urgent"))).isEqualTo(108);
    assertThat(run.outcomes.endSeconds(run.row("shorter"))).isEqualTo(108 + 7);
    assertThat(run.start("longer")).isEqualTo(115);
    assertThat(run.outcomes.endSeconds(run.row("first"))).isEqualTo(127 + 15);
  }

  /**
   * One device, one level of 10 s. The short one takes the place of the first within the level,
   * from 3 to 7. At 14 the first has had its 10 s, and the longer takes its place until it has had
   * as much; then both are in the second level, and the first is the shorter.
   */
  @Test
  void leastAttainedThenShortest_givesWayWhenTheLevelEnds() {
    JobTable jobs =
        table(gang("first", 1, 0, 30), gang("longer", 1, 2, 50), gang("short", 1, 3, 4));
    SchedulingPolicy policy =
        Policies.find("las+sjf-preempt-first-fit")
            .orElseThrow()
            .withLevelsDeviceSeconds(List.of(10L));
    Runner run = run(Fleets.single(1, 1), jobs, policy);
    assertThat(run.start("short")).isEqualTo(3);
    assertThat(run.start("longer")).isEqualTo(14);
    assertThat(run.outcomes.endSeconds(run.row("first"))).isEqualTo(24 + 20);
    assertThat(run.outcomes.endSeconds(run.row("longer"))).isEqualTo(44 + 40);
    assertThat(run.outcomes.interruptions()).isEqualTo(3);
  }

  static Stream<Arguments> seedsAndDisciplines() {
    List<String> names =
        List.of(
            "none", "skip", "easy", "conservative", "strict-preempt", "preempt", "easy-preempt");
    return IntStream.range(0, 25)
        .boxed()
        .flatMap(seed -> names.stream().map(name -> Arguments.of(seed, name)));
  }

  /** Priorities are 0 to 3, estimates below 1,000 s; so is what is left of them. */
  private record Written() implements QueueOrder {
    @Override
    public String name() {
      return "written";
    }

    @Override
    public String meaning() {
      return "by the numbers themselves";
    }

    @Override
    public boolean usesEstimates() {
      return true;
    }

    @Override
    public boolean movesForward() {
      return true;
    }

    @Override
    public long rank(JobTable jobs, int job) {
      return rank(jobs, job, 0, 0);
    }

    @Override
    public long rank(JobTable jobs, int job, long heldSeconds, long doneSeconds) {
      long left = Math.max(1, jobs.estimateSeconds(job) - doneSeconds);
      long devices = jobs.milliDevices(job);
      return (10L - jobs.priority(job)) * 1_000_000_000_000L + left * 1_000_000L + devices;
    }
  }

  /** Places in a list of all jobs that was sorted by a comparator. */
  private record Sorted(IntUnaryOperator places) implements QueueOrder {
    static Sorted all(JobTable jobs) {
      Comparator<Integer> byAll =
          Comparator.<Integer>comparingInt(jobs::priority)
              .reversed()
              .thenComparingLong(jobs::deadlineSeconds)
              .thenComparing(Comparator.<Integer>comparingLong(jobs::milliDevices).reversed())
              .thenComparingLong(jobs::workSeconds)
              .thenComparing(Comparator.naturalOrder());
      List<Integer> sorted = IntStream.range(0, jobs.size()).boxed().sorted(byAll).toList();
      return new Sorted(sorted::indexOf);
    }

    @Override
    public String name() {
      return "sorted";
    }

    @Override
    public String meaning() {
      return "by places in a sorted list";
    }

    @Override
    public long rank(JobTable jobs, int job) {
      return places.applyAsInt(job);
    }
  }

  private static SchedulingPolicy policy(String order, String discipline) {
    String between = discipline.equals("none") ? "-" : "-" + discipline + "-";
    return Policies.find(order + between + "best-fit").orElseThrow().withMinRunSeconds(3);
  }

  private static SchedulingPolicy with(QueueOrder order, SchedulingPolicy policy) {
    return new SchedulingPolicy(
        policy.name(),
        policy.description(),
        policy.fairness(),
        order,
        policy.discipline(),
        policy.preemption(),
        policy.depth(),
        policy.minRunSeconds(),
        policy.halfLifeSeconds(),
        policy.filters(),
        policy.score(),
        policy.deferral(),
        policy.shareSecondsMin(),
        policy.roundSeconds());
  }

  /** Four orders that stay, beside all jobs sorted once. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndDisciplines")
  void listOfFour_isTheSameAsAllJobsSorted(int seed, String discipline) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawLeaving(draw.drawPlans(draw.drawJobs(80)));
    SchedulingPolicy list = policy("priority+edf+largest-first+sjf-oracle", discipline);
    Runner one = run(fleet, jobs, list, new CheckpointRule(7, 1, 2));
    Runner other = run(fleet, jobs, with(Sorted.all(jobs), list), new CheckpointRule(7, 1, 2));
    assertThat(one.log()).isEqualTo(other.log());
  }

  /** Between two orders that stay one that moves, beside the numbers as they are. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndDisciplines")
  void movingTurnsBetweenOthers_areTheSameAsTheNumbersThemselves(int seed, String discipline) {
    RandomInput draw = new RandomInput(seed + 100);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(80));
    SchedulingPolicy list = policy("priority+srtf+smallest-first", discipline);
    CheckpointRule rule = new CheckpointRule(seed % 3 * 5L, seed % 4, seed % 5);
    FleetLayout layout = new FleetLayout(fleet);
    Invariants invariants = new Invariants(layout, jobs);
    Runner one =
        Runner.run(
            new SimulationInput(
                layout, jobs, list, SimulationLimits.WIDEST, EstimateRule.RUN_ON, rule),
            invariants);
    invariants.checkEmptyEnd();
    Runner other = run(fleet, jobs, with(new Written(), list), rule);
    assertThat(one.log()).isEqualTo(other.log());
  }
}
