package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.metrics.EnergyUse;
import org.suanwang.scheduling.metrics.HubEnergy;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** Energy of random runs in which jobs give way and devices fail, against a slow walk. */
class EnergyPropertyTest {
  private static final int SEEDS = 12;
  private static final int JOBS = 60;
  private static final long SLOWER = 60;

  /** Clocks are changed in the first night of some. */
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Shanghai");

  private static final List<String> EPOCHS =
      List.of("2025-03-29T21:17:05Z", "2025-10-25T22:00:00Z", "2025-04-05T10:30:00Z");

  static Stream<Arguments> seedsAndPolicies() {
    return IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(
            seed ->
                Stream.of("fifo-best-fit", "priority-preempt-best-fit", "fifo-easy-first-fit")
                    .map(policy -> Arguments.of(seed, policy)));
  }

  private static List<Double> draw(SplittableRandom random, int size, double min, double max) {
    return random.doubles(size, min, max).boxed().toList();
  }

  /** One, 24 or no values. */
  private static List<Double> drawDay(SplittableRandom random, double max) {
    return draw(random, List.of(0, 1, 24).get(random.nextInt(3)), 0, max);
  }

  private static Fleet withEnergy(Fleet fleet, SplittableRandom random) {
    List<Hub> hubs = new ArrayList<>();
    for (Hub hub : fleet.hubs()) {
      boolean hasHours = random.nextBoolean();
      List<Double> prices = drawDay(random, 2);
      EnergyTerms terms =
          new EnergyTerms(
              ZONES.get(random.nextInt(ZONES.size())),
              draw(random, hasHours ? 24 : 0, 1, 2),
              prices.isEmpty() ? null : new Tariff(prices, "drawn"),
              drawDay(random, 900),
              drawDay(random, 1));
      Double pue = hasHours || random.nextBoolean() ? null : (Double) 1.3;
      hubs.add(new Hub(hub.id(), hub.name(), pue, hub.pools(), null, terms));
    }
    List<DeviceType> types = new ArrayList<>();
    for (DeviceType type : fleet.deviceTypes()) {
      Double watts = random.nextInt(5) == 0 ? null : (Double) random.nextDouble(100, 500);
      Double idle = watts == null || random.nextInt(4) == 0 ? null : (Double) (watts * 0.3);
      types.add(
          new DeviceType(
              type.id(),
              100.0,
              watts,
              DeviceType.Source.REQUEST,
              null,
              null,
              null,
              null,
              Map.of(),
              List.of(),
              idle,
              null));
    }
    return new Fleet(fleet.name(), hubs, types, null);
  }

  /** The same jobs over some days. */
  private static JobTable slower(JobTable jobs) {
    JobTable.Builder slower = new JobTable.Builder();
    for (Job job : jobs.toList()) {
      slower.add(
          new Job(
                  job.id(),
                  job.jobClass(),
                  job.region(),
                  job.regionRequired(),
                  job.tasks(),
                  job.request(),
                  job.submitSeconds() * SLOWER,
                  job.work() * SLOWER + job.submitSeconds() % 7)
              .withPriority(job.terms().priority()));
    }
    return slower.build();
  }

  private static final OutageRule OUTAGES =
      new OutageRule(
          List.of(
              new Reliability(Level.DEVICE, null, 60, 3), new Reliability(Level.NODE, null, 90, 2)),
          List.of(new Maintenance("hub-0", null, 2, 9_000, 30_000, false)),
          null);

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void randomRun_drawsWhatAWalkOverAllSecondsSays(int seed, String policy) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = withEnergy(draw.drawFleet(), random);
    JobTable jobs = slower(draw.drawPlans(draw.drawJobs(JOBS)));
    FleetLayout layout = new FleetLayout(fleet);
    SimulationInput input =
        new SimulationInput(
            layout,
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            OUTAGES,
            seed);
    double efficiency = seed % 2 == 0 ? 1 : 0.4;
    Instant epoch = Instant.parse(EPOCHS.get(seed % EPOCHS.size()));
    SlowEnergy slow = new SlowEnergy(layout, efficiency);
    Runner run = Runner.run(input, slow);
    long window = run.end.lastEventSeconds();
    EnergyUse use = EnergyUse.of(run.outcomes, window, efficiency, epoch);
    List<SlowEnergy.Sum> expected = slow.sums(epoch, window);
    for (HubEnergy hub : use.hubs()) {
      int index = fleet.hubs().stream().map(Hub::id).toList().indexOf(hub.hub());
      check(hub, expected.get(index));
    }
    checkSum(use);
    checkSeries(use, TimeSeries.of(run.outcomes, window, efficiency, epoch));
  }

  private static void check(HubEnergy hub, SlowEnergy.Sum expected) {
    same(hub.allocatedKilowattHours(), expected.allocated);
    same(hub.idleKilowattHours(), expected.idle);
    same(hub.costCny(), expected.cost);
    same(hub.carbonKilograms(), expected.carbon);
    same(hub.greenKilowattHours(), expected.green);
  }

  private static void same(@Nullable Double told, double expected) {
    double value = told == null ? 0 : told;
    assertThat(value).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  /** All is the sum of the hubs; PUE only adds; held devices draw at least what idle ones do. */
  private static void checkSum(EnergyUse use) {
    same(use.kilowattHours(), use.hubs().stream().mapToDouble(HubEnergy::kilowattHours).sum());
    same(use.costCny(), use.hubs().stream().mapToDouble(h -> or0(h.costCny())).sum());
    same(
        use.carbonKilograms(),
        use.hubs().stream().mapToDouble(h -> or0(h.carbonKilograms())).sum());
    assertThat(use.kilowattHours()).isGreaterThan(use.deviceKilowattHours() - 1e-9);
    assertThat(use.idleKilowattHours()).isGreaterThanOrEqualTo(0);
  }

  private static double or0(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static void checkSeries(EnergyUse use, TimeSeries series) {
    double kilowattHours = 0;
    double cost = 0;
    for (TimeSeries.Point p : series.points()) {
      double hours = (p.toSeconds() - p.fromSeconds()) / 3600.0;
      kilowattHours += or0(p.powerKilowatts()) * hours;
      cost += or0(p.energyCostCnyPerHour()) * hours;
    }
    same(use.kilowattHours(), kilowattHours);
    same(use.costCny(), cost);
  }
}
