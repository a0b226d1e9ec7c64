package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** One input has one set of bounds, whatever the policy, and none of them is beaten. */
class BoundPropertyTest {
  private static final int JOBS = 60;
  private static final double TOLERANCE = 1e-9;
  private static final List<String> DISCIPLINES =
      List.of(
          "fifo-first-fit",
          "fifo-skip-first-fit",
          "fifo-easy-first-fit",
          "fifo-conservative-best-fit",
          "sjf-oracle-skip-best-fit",
          "priority-preempt-best-fit",
          "las-preempt-first-fit",
          "srtf-preempt-first-fit",
          "fair-tree-fifo-easy-first-fit");

  /** Jobs of whole devices, so that those go through it too that share out time. */
  private static final List<String> ROUNDS =
      Policies.all().stream()
          .filter(p -> p.order().sharesTime())
          .map(SchedulingPolicy::name)
          .toList();

  private record Given(
      Fleet fleet,
      JobTable jobs,
      SimulationLimits limits,
      EstimateRule estimates,
      CheckpointRule checkpoints,
      ThroughputRule throughput) {
    SimulationInput with(String policy) {
      return new SimulationInput(
          new FleetLayout(fleet),
          jobs,
          Policies.find(policy).orElseThrow(),
          limits,
          estimates,
          checkpoints,
          OutageRule.NONE,
          7,
          QueueRule.NONE,
          throughput,
          ReservationRule.NONE,
          Instant.EPOCH);
    }
  }

  /**
   * By hand: 900 device seconds; the last job comes at 3 and lasts 250, so no policy is done before
   * 253, and 900 of 1,012 device seconds are the most.
   */
  @ParameterizedTest
  @CsvSource({"fifo-easy-first-fit, 452", "fifo-first-fit, 400", "fifo-skip-first-fit, 400"})
  void boundsByHand_areTheSameForAllAndTheSoonestIsBest(String policy, long end) {
    JobTable jobs =
        Jobs.table(
            Jobs.gang("a", 3, 0, 100).withEstimate(200L),
            Jobs.gang("b", 4, 1, 50),
            Jobs.gang("c", 1, 2, 150),
            Jobs.gang("d", 1, 3, 250));
    Runner run = Runner.run(Fleets.single(4, 1), jobs, policy);
    assertThat(run.end.lastEventSeconds()).isEqualTo(end);
    Bounds bounds = new BoundFinder(run.input, Checkpoint.NONE).find();
    assertThat(bounds.makespanSecondsMin()).isEqualTo(253);
    assertThat(bounds.allocationMax()).isCloseTo(900.0 / 1012, within(TOLERANCE));
    assertThat(run.allocationForWork(end)).isCloseTo(900.0 / (4 * end), within(TOLERANCE));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(
      ints = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void anyInput_hasOneSetOfBoundsThatNoPolicyBeats(int seed) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(JOBS));
    jobs = seed % 3 == 0 ? draw.drawLeaving(jobs) : jobs;
    jobs = seed % 4 == 1 ? draw.drawElastic(jobs) : jobs;
    check(given(seed, fleet, jobs), DISCIPLINES);
    check(given(seed, unequal(fleet), jobs), DISCIPLINES);
  }

  /** Each type of devices does 0.4 of what the one before it does. */
  private static Fleet unequal(Fleet fleet) {
    List<DeviceType> types = new ArrayList<>();
    double peak = 100;
    for (DeviceType type : fleet.deviceTypes()) {
      types.add(new DeviceType(type.id(), peak, 300.0, DeviceType.Source.REQUEST));
      peak *= 0.4;
    }
    return new Fleet(fleet.name(), fleet.hubs(), types, null);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void wholeDevices_haveOneSetOfBoundsInRoundsToo(int seed) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawWhole(draw.drawPlans(draw.drawJobs(JOBS)), 1);
    List<String> all = new ArrayList<>(DISCIPLINES);
    all.addAll(ROUNDS);
    check(given(seed, fleet, jobs), all);
    check(given(seed, unequal(fleet), jobs), all);
  }

  /** Tasks want so much of the host that it is short before the devices are. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {2, 4, 6, 8, 10, 12, 14, 16})
  void shortHosts_boundAndAreNotBeaten(int seed) {
    RandomInput draw = new RandomInput(seed);
    SplittableRandom random = new SplittableRandom(seed);
    Fleet fleet =
        Fleets.of(
            Fleets.hub(
                "hub-0",
                new Pool("a", 3, 8, 8000, 4000, Fleets.PRICE),
                new Pool("b", 2, 4, 6000, 9000, Fleets.PRICE),
                new Pool(null, 2, 0, 8000, 4000, null)));
    JobTable.Builder greedy = new JobTable.Builder();
    for (Job job : draw.drawPlans(draw.drawJobs(JOBS)).toList()) {
      TaskRequest wanted = job.request().withHost(random.nextInt(5000), random.nextInt(2000));
      greedy.add(Jobs.like(job, wanted, job.submitSeconds() / 20, job.work()));
    }
    Given given = given(seed, fleet, greedy.build());
    check(given, DISCIPLINES);
    assertThat(
            new BoundFinder(given.with("fifo-first-fit"), Checkpoint.NONE).find().makespanBinding())
        .containsAnyOf("cpu", "memory");
  }

  private static Given given(int seed, Fleet fleet, JobTable jobs) {
    SimulationLimits limits =
        seed % 2 == 0
            ? SimulationLimits.WIDEST
            : new SimulationLimits(200 + 100L * seed, SimulationLimits.EVENTS_MAX);
    List<SharingRow> sharing =
        List.of(
            new SharingRow("class-0", "class-0", null, 0.8, "test"),
            new SharingRow("class-1", "class-0", null, 0.4, "test"),
            new SharingRow("class-0", "class-1", null, 0.9, "test"));
    return new Given(
        fleet,
        jobs,
        limits,
        seed % 5 == 0 ? EstimateRule.KILL : EstimateRule.RUN_ON,
        new CheckpointRule(seed % 3 * 7L, seed % 4, seed % 5),
        seed % 4 < 2 ? ThroughputRule.NONE : ThroughputRule.NONE.withSharing(sharing));
  }

  private static void check(Given given, List<String> policies) {
    Bounds first = new BoundFinder(given.with(policies.getFirst()), Checkpoint.NONE).find();
    for (String policy : policies) {
      Runner run = Runner.run(given.with(policy));
      boolean toTheEnd = given.limits.equals(SimulationLimits.WIDEST);
      long window = toTheEnd ? run.end.lastEventSeconds() : given.limits.horizonSeconds();
      RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1);
      BoundFinder finder = new BoundFinder(run.input, Checkpoint.NONE);
      assertThat(finder.find()).as(policy).isEqualTo(first);
      Bounds own = finder.find(run::isUnfinished);
      assertThat(own.allocationMax()).as(policy).isEqualTo(first.allocationMax());
      assertThat(run.allocationForWork(window))
          .as(policy)
          .isLessThanOrEqualTo(Math.min(first.allocationMax(), metrics.allocation()) + TOLERANCE);
      if (own.makespanSecondsMin() != null) {
        assertThat(metrics.makespanSeconds())
            .as(policy)
            .isGreaterThanOrEqualTo(own.makespanSecondsMin());
      }
      if (own.completionSecondsMeanMin() != null) {
        assertThat(metrics.completion().mean())
            .as(policy)
            .isGreaterThanOrEqualTo(own.completionSecondsMeanMin() - TOLERANCE);
      }
    }
  }
}
