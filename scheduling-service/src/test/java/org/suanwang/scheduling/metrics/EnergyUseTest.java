package org.suanwang.scheduling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.TaskRequest;

/** Two hours from 23:00 in Shanghai, 20:30 in Kolkata, worked out by hand. */
class EnergyUseTest {
  private static final Instant EPOCH = Instant.parse("2025-01-01T15:00:00Z");
  private static final long WINDOW = 7_200;

  /** A day of one value, of which some hours have others. */
  private static List<Double> day(double usual, Object... others) {
    List<Double> hours = new ArrayList<>(Collections.nCopies(24, usual));
    for (int i = 0; i < others.length; i += 2) {
      hours.set((int) others[i], (double) others[i + 1]);
    }
    return hours;
  }

  private static DeviceType type(@Nullable Double idleWatts) {
    return new DeviceType(
        "a",
        100.0,
        300.0,
        DeviceType.Source.REQUEST,
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        idleWatts,
        null);
  }

  private static Fleet fleet(@Nullable Double idleWatts) {
    EnergyTerms shanghai =
        new EnergyTerms(
            "Asia/Shanghai",
            day(9.0, 23, 1.2, 0, 1.5),
            new Tariff(day(9.0, 23, 0.3, 0, 0.9), "made up"),
            List.of(500.0),
            List.of(0.4));
    EnergyTerms kolkata =
        new EnergyTerms(
            "Asia/Kolkata",
            List.of(),
            new Tariff(day(9.0, 20, 1.0, 21, 0.8, 22, 0.2), "made up"),
            List.of(),
            List.of());
    return new Fleet(
        "test",
        List.of(
            new Hub("east", "east", null, List.of(Fleets.pool("a", 1, 2)), null, shanghai),
            new Hub("west", "west", 1.1, List.of(Fleets.pool("a", 1, 1)), null, kolkata)),
        List.of(type(idleWatts)),
        null);
  }

  private static Job job(String hub, long seconds) {
    return new Job(hub, "test", hub, true, 1, TaskRequest.wholeDevices(1, "a"), 0, seconds);
  }

  /** In the east one of two devices is held until half past midnight, in the west the only one. */
  private static Runner run(@Nullable Double idleWatts) {
    return Runner.run(
        fleet(idleWatts), Jobs.table(job("east", 5_400), job("west", WINDOW)), "fifo-best-fit");
  }

  @Test
  void twoHubs_drawWhatWasWorkedOutByHand() {
    EnergyUse use = EnergyUse.of(run(100.0).outcomes, WINDOW, 0.5, EPOCH);
    HubEnergy east = use.hubs().getFirst();
    // 200 W for an hour at 1.2, and for half an hour at 1.5
    assertThat(east.allocatedKilowattHours()).isCloseTo(0.24 + 0.15, within(1e-12));
    // 100 W for an hour at 1.2 and one at 1.5, and of the other device half an hour at 1.5
    assertThat(east.idleKilowattHours()).isCloseTo(0.12 + 0.15 + 0.075, within(1e-12));
    assertThat(east.deviceKilowattHours()).isCloseTo(0.2 + 0.1 + 0.1 + 0.1 + 0.05, within(1e-12));
    assertThat(east.costCny()).isCloseTo(0.36 * 0.3 + 0.375 * 0.9, within(1e-12));
    assertThat(east.carbonKilograms()).isCloseTo(0.735 * 0.5, within(1e-12));
    assertThat(east.greenKilowattHours()).isCloseTo(0.735 * 0.4, within(1e-12));
    HubEnergy west = use.hubs().getLast();
    assertThat(west.allocatedKilowattHours()).isCloseTo(0.44, within(1e-12));
    assertThat(west.idleKilowattHours()).isZero();
    // half of the hour from 20, all of that from 21, half of that from 22
    assertThat(west.costCny()).isCloseTo(0.11 * 1 + 0.22 * 0.8 + 0.11 * 0.2, within(1e-12));
    assertThat(west.carbonKilograms()).isNull();
    assertThat(use.kilowattHours()).isCloseTo(0.735 + 0.44, within(1e-12));
    assertThat(use.costCny()).isCloseTo(0.4455 + 0.308, within(1e-12));
    assertThat(use.carbonKilograms()).isEqualTo(east.carbonKilograms());
    assertThat(use.greenKilowattHours()).isEqualTo(east.greenKilowattHours());
    assertThat(use.hubsWithoutCarbon()).containsExactly("west");
    assertThat(use.hubsWithoutGreenShare()).containsExactly("west");
    assertThat(use.hubsWithoutTariff()).isEmpty();
    assertThat(use.hubsWithoutPue()).isEmpty();
    assertThat(use.typesWithoutIdlePower()).isEmpty();
  }

  @Test
  void series_tellsPowerAndCostOfEachBucket() {
    List<TimeSeries.Point> points = TimeSeries.of(run(100.0).outcomes, WINDOW, 0.5, EPOCH).points();
    // the first half minute: both hubs hold one device, one idles in the east
    assertThat(points.getFirst().powerKilowatts()).isCloseTo(0.3 * 1.2 + 0.2 * 1.1, within(1e-9));
    assertThat(points.getFirst().energyCostCnyPerHour())
        .isCloseTo(0.36 * 0.3 + 0.22 * 1.0, within(1e-9));
    // the last: the east idles
    assertThat(points.getLast().powerKilowatts()).isCloseTo(0.2 * 1.5 + 0.22, within(1e-9));
    assertThat(points.getLast().energyCostCnyPerHour())
        .isCloseTo(0.3 * 0.9 + 0.22 * 0.2, within(1e-9));
  }

  @Test
  void idlePowerLeftOut_countsHeldDevicesAtTheirDesignPowerAndOthersNothing() {
    Runner run = run(null);
    EnergyUse use = EnergyUse.of(run.outcomes, WINDOW, 0.5, EPOCH);
    assertThat(use.idleKilowattHours()).isZero();
    assertThat(use.deviceKilowattHours()).isCloseTo(0.3 * 1.5 + 0.3 * 2, within(1e-12));
    assertThat(use.typesWithoutIdlePower()).containsExactly("a");
  }

  @Test
  void nothingSaidOfHours_isTheEnergyOfAllocatedDevices() {
    Fleet plain =
        new Fleet(
            "test",
            List.of(new Hub("east", "east", 1.3, List.of(Fleets.pool("a", 1, 2)))),
            List.of(type(null)),
            null);
    Runner run = Runner.run(plain, Jobs.table(job("east", 5_400)), "fifo-best-fit");
    EnergyUse use = EnergyUse.of(run.outcomes, 5_400, 0.5, EPOCH);
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, 5_400, 0.5);
    assertThat(use.kilowattHours()).isCloseTo(metrics.energy().kilowattHours(), within(1e-12));
    assertThat(use.costCny()).isNull();
    assertThat(use.hubsWithoutTariff()).containsExactly("east");
    assertThat(run.series(5_400).points().getFirst().energyCostCnyPerHour()).isNull();
  }

  @Test
  void powerThatNobodyStated_isNamedAndNotDrawn() {
    Fleet fleet =
        new Fleet(
            "test",
            List.of(Fleets.hub("h", Fleets.pool("a", 1, 2))),
            List.of(DeviceType.named("a")),
            null);
    Runner run = Runner.run(fleet, Jobs.table(Jobs.whole("j", 1, 0, 100)), "fifo-best-fit");
    EnergyUse use = EnergyUse.of(run.outcomes, 100, 1, EPOCH);
    assertThat(use.kilowattHours()).isZero();
    assertThat(use.typesWithoutPower()).containsExactly("a");
    assertThat(use.hubsWithoutPue()).containsExactly("h");
    assertThat(run.series(100).points().getFirst().powerKilowatts()).isNull();
  }
}
