package org.suanwang.scheduling.load;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceTemplate;

/**
 * Slices of one profile, as nodes with one type of devices offer them.
 *
 * @param resource that counts them
 * @param type of the devices that are cut
 * @param model of these
 * @param slice the template that a device is cut to; null where it is the whole device
 * @param sharers how many pods share one slice in time; 1 for none but one
 */
record SliceKind(
    MigResource resource,
    String type,
    MigModel model,
    @Nullable DeviceTemplate slice,
    int sharers) {
  /**
   * What one pod has of a device; null for the whole of it. Those that share a slice have equal
   * parts, rounded down so that they fit where the slice does.
   */
  @Nullable DeviceTemplate template() {
    if (slice == null || !resource.isShared()) {
      return slice;
    }
    return new DeviceTemplate(
        resource.template(),
        Math.max(1, slice.computeMilli() / sharers),
        Math.max(1, slice.memoryMib() / sharers),
        "a %d. part of %s: %s".formatted(sharers, slice.name(), slice.source()));
  }

  /** Whether a pod has as much of a device with this one. */
  boolean isAsLargeAs(SliceKind other) {
    DeviceTemplate mine = template();
    DeviceTemplate its = other.template();
    if (mine == null || its == null) {
      return mine == null && its == null;
    }
    return mine.computeMilli() == its.computeMilli() && mine.memoryMib() == its.memoryMib();
  }
}
