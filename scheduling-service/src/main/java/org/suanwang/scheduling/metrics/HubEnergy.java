package org.suanwang.scheduling.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What the devices of a hub drew in the window, with what the facility drew for them.
 *
 * @param hub id
 * @param allocatedKilowattHours for devices and shares of devices that jobs held
 * @param idleKilowattHours for those in use that nobody held
 * @param deviceKilowattHours by the devices alone: both, before PUE
 * @param costCny of both at the tariff of each hour; null when nobody stated it
 * @param carbonKilograms of both, carbon dioxide equivalent; null when nobody stated it
 * @param greenKilowattHours of both, what was from renewable sources; null when nobody stated it
 */
public record HubEnergy(
    String hub,
    double allocatedKilowattHours,
    double idleKilowattHours,
    double deviceKilowattHours,
    @Nullable Double costCny,
    @Nullable Double carbonKilograms,
    @Nullable Double greenKilowattHours) {
  /** All that was drawn. */
  public double kilowattHours() {
    return allocatedKilowattHours + idleKilowattHours;
  }
}
