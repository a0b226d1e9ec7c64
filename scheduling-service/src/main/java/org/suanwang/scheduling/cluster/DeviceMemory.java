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

  private int freeMib(int device) {
    int[] free = freeMib;
    return free == null ? layout.poolOfDevice(device).deviceMemoryMib() : free[device];
  }

  /** What is free of a device once any share has counted memory; 0 before: all is free then. */
  int counted(int device) {
    int[] free = freeMib;
    return free == null ? 0 : free[device];
  }

  boolean holds(int device, TaskRequest request) {
    return !request.sharesMemory() || freeMib(device) >= request.terms().deviceMemoryMib();
  }

  /** How many shares of a device, whose compute would do for so many, its memory takes. */
  int shares(int device, int byCompute, TaskRequest request) {
    if (!request.sharesMemory() || byCompute == 0) {
      return byCompute;
    }
    return Math.min(byCompute, freeMib(device) / request.terms().deviceMemoryMib());
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
