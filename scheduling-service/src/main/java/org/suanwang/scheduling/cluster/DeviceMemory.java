package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Memory of devices that shares have taken. Nothing is kept before the first share that counts
 * memory: a whole device goes with all of its memory, and no share runs beside it.
 */
final class DeviceMemory {
  private final FleetLayout layout;
  private int @Nullable [] freeMib;

  DeviceMemory(FleetLayout layout) {
    this.layout = layout;
  }

  boolean holds(int device, TaskRequest request) {
    int[] free = freeMib;
    int need = request.terms().deviceMemoryMib();
    return !request.sharesMemory()
        || (free == null ? layout.poolOfDevice(device).deviceMemoryMib() : free[device]) >= need;
  }

  /** How many shares of a device, whose compute would do for so many, its memory takes. */
  int shares(int device, int byCompute, TaskRequest request) {
    int[] free = freeMib;
    if (!request.sharesMemory() || byCompute == 0) {
      return byCompute;
    }
    int mib = free == null ? layout.poolOfDevice(device).deviceMemoryMib() : free[device];
    return Math.min(byCompute, mib / request.terms().deviceMemoryMib());
  }

  /** A share takes its memory, or gives it back where the sign is negative. */
  void take(int device, TaskRequest request, int sign) {
    if (request.sharesMemory()) {
      int[] free = freeMib == null ? all() : freeMib;
      freeMib = free;
      if (free[device] != FleetLayout.PoolSpan.UNLIMITED) {
        free[device] -= sign * request.terms().deviceMemoryMib();
      }
    }
  }

  private int[] all() {
    int[] free = new int[layout.devices()];
    for (FleetLayout.PoolSpan span : layout.pools()) {
      Arrays.fill(free, span.firstDevice(), span.endDevice(), span.deviceMemoryMib());
    }
    return free;
  }
}
