package org.suanwang.scheduling.workload;

import java.util.List;

/**
 * What a generator must know of a fleet: which device types there are where, and how many.
 *
 * @param portions one per hub and device type, in the fleet's order
 */
public record SupplyMix(List<Portion> portions) {
  public SupplyMix {
    portions = List.copyOf(portions);
  }

  /**
   * Devices of one type in one hub.
   *
   * @param hub id
   * @param deviceType id
   * @param devices how many
   * @param devicesPerNodeMax of its widest node: no generated task is wider
   */
  public record Portion(String hub, String deviceType, long devices, int devicesPerNodeMax) {}

  /** The part of the mix that consists of these types; all of it when none are named. */
  public SupplyMix only(List<String> deviceTypes) {
    return deviceTypes.isEmpty()
        ? this
        : new SupplyMix(
            portions.stream().filter(p -> deviceTypes.contains(p.deviceType())).toList());
  }
}
