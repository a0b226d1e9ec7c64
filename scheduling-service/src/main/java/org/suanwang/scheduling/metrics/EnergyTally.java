package org.suanwang.scheduling.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.HubClocks;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.HourSums;
import org.suanwang.scheduling.energy.Tariff;

/**
 * Device time of each group by the hour of the local day of its hub, held and out of use, in exact
 * integers; and what it comes to in energy.
 */
final class EnergyTally {
  private static final double GRAMS_PER_KILOGRAM = 1e3;
  private static final long MILLI = 1_000;

  private final FleetLayout layout;
  private final List<HourSums> heldMilli = new ArrayList<>();
  private final List<HourSums> inUse = new ArrayList<>();

  EnergyTally(JobOutcomes outcomes, long windowSeconds, Instant epoch) {
    layout = outcomes.layout();
    HubClocks clocks = new HubClocks(epoch, windowSeconds);
    for (FleetLayout.Group group : layout.groups()) {
      heldMilli.add(new HourSums(clocks.of(layout.hub(group))));
      HourSums devices = new HourSums(clocks.of(layout.hub(group)));
      devices.add(0, windowSeconds, group.devices());
      inUse.add(devices);
    }
    outcomes
        .downTime()
        .forEach((group, from, devices) -> inUse.get(group).add(from, windowSeconds, -devices));
    for (int job = 0; job < outcomes.size(); job++) {
      outcomes.forEachStretch(
          job,
          windowSeconds,
          (place, from, to, milli, rate) ->
              outcomes
                  .places()
                  .split(
                      place,
                      milli,
                      (group, part) -> heldMilli.get(group.index()).add(from, to, part)));
    }
  }

  /** What the hubs that have devices drew. */
  List<HubEnergy> hubs(double efficiency) {
    List<Hub> all = layout.fleet().hubs();
    List<HubEnergy> hubs = new ArrayList<>();
    for (int hub = 0; hub < all.size(); hub++) {
      HubSum sum = new HubSum(all.get(hub));
      for (FleetLayout.Group group : layout.groups()) {
        if (group.hub() == hub && group.devices() > 0) {
          sum.add(group, DevicePower.of(layout, group, efficiency));
        }
      }
      if (sum.hasDevices) {
        hubs.add(sum.told());
      }
    }
    return hubs;
  }

  /** What one hub comes to, group by group and hour by hour. */
  private final class HubSum {
    private final Hub hub;
    private final double[] pue;
    private final double[] drawn = new double[EnergyTerms.HOURS];
    private double allocated;
    private double idle;
    private double ofDevices;
    private boolean hasDevices;

    HubSum(Hub hub) {
      this.hub = hub;
      pue = EnergyTerms.byHour(hub.pues(), List.of());
    }

    void add(FleetLayout.Group group, DevicePower power) {
      hasDevices = true;
      long[] held = heldMilli.get(group.index()).sums();
      long[] all = inUse.get(group.index()).sums();
      for (int hour = 0; hour < EnergyTerms.HOURS; hour++) {
        double busy = held[hour] * power.heldWatts() / Energy.MILLI_WATT_SECONDS_PER_KWH;
        double waiting =
            (all[hour] * MILLI - held[hour])
                * power.idleWatts()
                / Energy.MILLI_WATT_SECONDS_PER_KWH;
        allocated += busy * pue[hour];
        idle += waiting * pue[hour];
        ofDevices += busy + waiting;
        drawn[hour] += (busy + waiting) * pue[hour];
      }
    }

    HubEnergy told() {
      EnergyTerms terms = hub.energy();
      Tariff tariff = terms.tariff();
      Double grams = times(terms.carbonGramsPerKilowattHour());
      return new HubEnergy(
          hub.id(),
          allocated,
          idle,
          ofDevices,
          tariff == null ? null : times(tariff.cnyPerKilowattHour()),
          grams == null ? null : (Double) (grams / GRAMS_PER_KILOGRAM),
          times(terms.greenShare()));
    }

    private @Nullable Double times(List<Double> values) {
      double sum = 0;
      double[] byHour = EnergyTerms.byHour(values, List.of());
      for (int hour = 0; hour < EnergyTerms.HOURS; hour++) {
        sum += drawn[hour] * byHour[hour];
      }
      return values.isEmpty() ? null : (Double) sum;
    }
  }
}
