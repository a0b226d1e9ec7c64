package org.suanwang.scheduling.metrics;

import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;

/**
 * What one device draws, W: idle + utilisation × (design power − idle), the usual linear model
 * (Fan, Weber, Barroso 2007). Of a type whose idle power nobody stated a held device draws its
 * design power and another nothing; of one whose design power nobody stated neither draws anything.
 *
 * @param heldWatts while a job holds it
 * @param idleWatts while it is in use and nobody does
 */
record DevicePower(double heldWatts, double idleWatts) {
  private static final DevicePower UNKNOWN = new DevicePower(0, 0);

  /**
   * Of the devices of a group.
   *
   * @param efficiency share of a held device's peak that jobs really use
   */
  static DevicePower of(FleetLayout layout, FleetLayout.Group group, double efficiency) {
    DeviceType type = layout.deviceType(group);
    return type == null ? UNKNOWN : of(type, efficiency);
  }

  private static DevicePower of(DeviceType type, double efficiency) {
    Double most = type.powerWatts();
    Double idle = type.idlePowerWatts();
    if (most == null) {
      return UNKNOWN;
    }
    return idle == null
        ? new DevicePower(most, 0)
        : new DevicePower(idle + efficiency * (most - idle), idle);
  }
}
