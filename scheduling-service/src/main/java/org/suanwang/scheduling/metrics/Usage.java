package org.suanwang.scheduling.metrics;

import org.jspecify.annotations.Nullable;

/**
 * How much of the devices of one hub, one type, or both was allocated in the window.
 *
 * @param hub id; null over all hubs
 * @param deviceType id; null over all types
 * @param devices how many there are
 * @param allocatedMilliDeviceSeconds thousandths of a device × seconds
 * @param allocation share of what could have been allocated, 0 to 1
 */
public record Usage(
    @Nullable String hub,
    @Nullable String deviceType,
    long devices,
    long allocatedMilliDeviceSeconds,
    double allocation) {
  static Usage of(
      @Nullable String hub,
      @Nullable String deviceType,
      long devices,
      long allocatedMilliDeviceSeconds,
      long windowSeconds) {
    double capacity = devices * 1000.0 * windowSeconds;
    return new Usage(
        hub,
        deviceType,
        devices,
        allocatedMilliDeviceSeconds,
        capacity == 0 ? 0 : allocatedMilliDeviceSeconds / capacity);
  }
}
