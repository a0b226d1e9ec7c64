package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;

/** Allocation per group, summed up by hub, by device type and over all; exact integers. */
final class UsageTable {
  private final FleetLayout layout;
  private final long windowSeconds;
  private final long[] allocatedOfGroup;

  UsageTable(JobOutcomes outcomes, long windowSeconds) {
    this.layout = outcomes.layout();
    this.windowSeconds = windowSeconds;
    this.allocatedOfGroup = new long[layout.groups().size()];
    for (int job = 0; job < outcomes.size(); job++) {
      outcomes.forEachStretch(
          job,
          windowSeconds,
          (place, from, to, milli, rate) ->
              outcomes
                  .places()
                  .split(place, milli, (group, part) -> add(group, part * (to - from))));
    }
  }

  private void add(FleetLayout.Group group, long milliDeviceSeconds) {
    allocatedOfGroup[group.index()] += milliDeviceSeconds;
  }

  long allocated(FleetLayout.Group group) {
    return allocatedOfGroup[group.index()];
  }

  Usage total() {
    return sum(null, null, g -> true);
  }

  List<Usage> byHub() {
    List<Usage> usages = new ArrayList<>();
    List<Hub> hubs = layout.fleet().hubs();
    for (int i = 0; i < hubs.size(); i++) {
      int hub = i;
      usages.add(sum(hubs.get(i).id(), null, g -> g.hub() == hub));
    }
    return usages;
  }

  List<Usage> byDeviceType() {
    List<Usage> usages = new ArrayList<>();
    for (DeviceType type : layout.fleet().deviceTypes()) {
      usages.add(sum(null, type.id(), g -> Objects.equals(g.deviceType(), type.id())));
    }
    return usages;
  }

  private Usage sum(
      @Nullable String hub, @Nullable String type, Predicate<FleetLayout.Group> included) {
    long devices = 0;
    long allocated = 0;
    for (FleetLayout.Group group : layout.groups()) {
      if (included.test(group)) {
        devices += group.devices();
        allocated += allocatedOfGroup[group.index()];
      }
    }
    return Usage.of(hub, type, devices, allocated, windowSeconds);
  }
}
