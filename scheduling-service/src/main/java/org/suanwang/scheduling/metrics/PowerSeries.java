package org.suanwang.scheduling.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.HubClocks;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.HourIntegral;
import org.suanwang.scheduling.energy.LocalHours;
import org.suanwang.scheduling.energy.Tariff;

/** What the devices of a fleet draw, and what that costs, over the buckets of a window. */
final class PowerSeries {
  private static final int POWER = 0;
  private static final int COST = 1;
  private static final double MILLI = 1e3;
  private static final double WATTS_PER_KILOWATT = 1e3;

  private final JobOutcomes outcomes;
  private final Buckets buckets;
  private final List<@Nullable GroupSeries> groups = new ArrayList<>();
  private boolean hasTariff;

  /** The devices of a group whose power is known. */
  private final class GroupSeries {
    private final DevicePower power;
    private final IntegralSums heldMilli;
    private final IntegralSums inUse;

    GroupSeries(FleetLayout.Group group, DevicePower power, List<HourIntegral> integrals) {
      this.power = power;
      heldMilli = new IntegralSums(buckets, integrals);
      inUse = new IntegralSums(buckets, integrals);
      inUse.add(0, buckets.windowSeconds(), group.devices());
    }

    /** A held device draws so much more than an idle one, which it would be otherwise. */
    void addTo(double[] sums, int integral) {
      double[] held = heldMilli.sums(integral);
      double[] all = inUse.sums(integral);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += held[i] / MILLI * (power.heldWatts() - power.idleWatts());
        sums[i] += all[i] * power.idleWatts();
      }
    }
  }

  /**
   * Of a run; the jobs are still to be added.
   *
   * @param efficiency share of a held device's peak that jobs really use
   * @param epoch the instant of second 0
   */
  PowerSeries(JobOutcomes outcomes, Buckets buckets, double efficiency, Instant epoch) {
    this.outcomes = outcomes;
    this.buckets = buckets;
    FleetLayout layout = outcomes.layout();
    HubClocks clocks = new HubClocks(epoch, buckets.windowSeconds());
    for (FleetLayout.Group group : layout.groups()) {
      DevicePower power = DevicePower.of(layout, group, efficiency);
      Hub hub = layout.hub(group);
      groups.add(
          power.heldWatts() == 0
              ? null
              : new GroupSeries(group, power, integrals(hub, clocks.of(hub))));
    }
    outcomes.downTime().forEach(this::withdraw);
  }

  private List<HourIntegral> integrals(Hub hub, LocalHours clock) {
    Tariff tariff = hub.energy().tariff();
    hasTariff |= tariff != null;
    double[] cost =
        tariff == null
            ? new double[EnergyTerms.HOURS]
            : EnergyTerms.byHour(hub.pues(), tariff.cnyPerKilowattHour());
    return List.of(
        new HourIntegral(clock, EnergyTerms.byHour(hub.pues(), List.of())),
        new HourIntegral(clock, cost));
  }

  private void withdraw(int group, long fromSeconds, int devices) {
    GroupSeries series = groups.get(group);
    if (series != null) {
      series.inUse.add(fromSeconds, buckets.windowSeconds(), -devices);
    }
  }

  /** A job holds so much for a time. */
  void add(int place, long fromSeconds, long toSeconds, long milliDevices) {
    outcomes
        .places()
        .split(
            place,
            milliDevices,
            (group, part) -> {
              GroupSeries series = groups.get(group.index());
              if (series != null) {
                series.heldMilli.add(fromSeconds, toSeconds, part);
              }
            });
  }

  /** Mean power over each bucket, kW; null when no power is known. */
  double @Nullable [] kilowatts() {
    return groups.stream().allMatch(g -> g == null) ? null : means(POWER);
  }

  /** Mean cost over each bucket, CNY an hour; null when no tariff is known. */
  double @Nullable [] cnyPerHour() {
    return hasTariff ? means(COST) : null;
  }

  /** Kilowatts times CNY a kilowatt-hour are CNY an hour. */
  private double[] means(int integral) {
    double[] sums = new double[buckets.count()];
    for (GroupSeries series : groups) {
      if (series != null) {
        series.addTo(sums, integral);
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= WATTS_PER_KILOWATT * (buckets.from(i + 1) - buckets.from(i));
    }
    return sums;
  }
}
