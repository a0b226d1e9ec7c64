package org.suanwang.scheduling.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;

/**
 * What the devices of a fleet drew in the window, held and idle ones, by the PUE, tariff and so on
 * of each hour of the local day of their hub. Devices out of use draw nothing; hosts are not in it.
 * Sums are over what is known, in the fleet's order; what is not is named.
 *
 * @param hubs those with devices, in the fleet's order; all else is their sum
 * @param allocatedKilowattHours for devices and shares of devices that jobs held
 * @param idleKilowattHours for those in use that nobody held
 * @param deviceKilowattHours by the devices alone: both, before PUE
 * @param costCny of the hubs that have a tariff; null when none has
 * @param carbonKilograms of the hubs of which the carbon intensity is known; null when of none
 * @param greenKilowattHours of the hubs of which the green share is known; null when of none
 * @param typesWithoutPower types whose devices are not counted, since nobody stated their power
 * @param typesWithoutIdlePower types of which idle devices count nothing, and held ones their
 *     design power whatever their utilisation, since nobody stated their idle power
 * @param hubsWithoutPue counted with 1
 * @param hubsWithoutTariff not in the cost
 * @param hubsWithoutCarbon not in the carbon
 * @param hubsWithoutGreenShare not in the green energy
 */
public record EnergyUse(
    List<HubEnergy> hubs,
    double allocatedKilowattHours,
    double idleKilowattHours,
    double deviceKilowattHours,
    @Nullable Double costCny,
    @Nullable Double carbonKilograms,
    @Nullable Double greenKilowattHours,
    List<String> typesWithoutPower,
    List<String> typesWithoutIdlePower,
    List<String> hubsWithoutPue,
    List<String> hubsWithoutTariff,
    List<String> hubsWithoutCarbon,
    List<String> hubsWithoutGreenShare) {
  public EnergyUse {
    hubs = List.copyOf(hubs);
  }

  /** All that was drawn. */
  public double kilowattHours() {
    return allocatedKilowattHours + idleKilowattHours;
  }

  /**
   * Of a run.
   *
   * @param windowSeconds length of the window
   * @param efficiency share of a held device's peak that jobs really use, as stated
   * @param epoch the instant of second 0
   */
  public static EnergyUse of(
      JobOutcomes outcomes, long windowSeconds, double efficiency, Instant epoch) {
    FleetLayout layout = outcomes.layout();
    List<HubEnergy> hubs = new EnergyTally(outcomes, windowSeconds, epoch).hubs(efficiency);
    return new EnergyUse(
        hubs,
        hubs.stream().mapToDouble(HubEnergy::allocatedKilowattHours).reduce(0, Double::sum),
        hubs.stream().mapToDouble(HubEnergy::idleKilowattHours).reduce(0, Double::sum),
        hubs.stream().mapToDouble(HubEnergy::deviceKilowattHours).reduce(0, Double::sum),
        sumOfKnown(hubs, HubEnergy::costCny),
        sumOfKnown(hubs, HubEnergy::carbonKilograms),
        sumOfKnown(hubs, HubEnergy::greenKilowattHours),
        types(layout, t -> t.powerWatts() == null),
        types(layout, t -> t.powerWatts() != null && t.idlePowerWatts() == null),
        hubs(layout, hub -> hub.pues().isEmpty()),
        hubs(layout, hub -> hub.energy().tariff() == null),
        hubs(layout, hub -> hub.energy().carbonGramsPerKilowattHour().isEmpty()),
        hubs(layout, hub -> hub.energy().greenShare().isEmpty()));
  }

  private static @Nullable Double sumOfKnown(
      List<HubEnergy> hubs, Function<HubEnergy, @Nullable Double> part) {
    double sum = 0;
    boolean isKnown = false;
    for (HubEnergy hub : hubs) {
      Double value = part.apply(hub);
      isKnown |= value != null;
      sum += value == null ? 0 : value;
    }
    return isKnown ? (Double) sum : null;
  }

  private static List<String> types(FleetLayout layout, Predicate<DeviceType> lacks) {
    return layout.fleet().deviceTypes().stream()
        .filter(lacks)
        .map(DeviceType::id)
        .filter(type -> layout.fleet().devices(type) > 0)
        .toList();
  }

  private static List<String> hubs(FleetLayout layout, Predicate<Hub> lacks) {
    List<String> ids = new ArrayList<>();
    for (Hub hub : layout.fleet().hubs()) {
      boolean hasDevices = hub.pools().stream().anyMatch(pool -> pool.devices() > 0);
      if (hasDevices && lacks.test(hub)) {
        ids.add(hub.id());
      }
    }
    return List.copyOf(ids);
  }
}
