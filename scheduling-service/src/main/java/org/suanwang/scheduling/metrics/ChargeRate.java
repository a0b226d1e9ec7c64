package org.suanwang.scheduling.metrics;

import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Price;

/** What a job owes for the devices it holds. */
final class ChargeRate {
  private ChargeRate() {}

  /**
   * Millionths of a yuan per hour, times thousand, of all devices. Neighbouring ones mostly lie in
   * one pool, so the pool is looked up only when it changes.
   */
  static long of(FleetLayout layout, Allocation allocation) {
    long rate = 0;
    FleetLayout.PoolSpan pool = null;
    for (int device : allocation.devices()) {
      if (pool == null || device < pool.firstDevice() || device >= pool.endDevice()) {
        pool = layout.poolOfDevice(device);
      }
      Price price = pool.pool().price();
      rate += price == null ? 0 : price.microCnyPerDeviceHour() * allocation.milliOnDevice();
    }
    return rate;
  }
}
