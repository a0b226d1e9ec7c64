package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Free CPU and memory of every node. Capacity that a fleet does not model is {@link #UNLIMITED} and
 * never counted down, but there is none of it on a node that is out of use.
 */
final class HostRoom {
  static final int UNLIMITED = Integer.MAX_VALUE;

  private final int[] cpu;
  private final int[] memory;

  HostRoom(FleetLayout layout) {
    cpu = new int[layout.nodes()];
    memory = new int[layout.nodes()];
    for (FleetLayout.PoolSpan span : layout.pools()) {
      int from = span.firstNode();
      Arrays.fill(cpu, from, span.endNode(), orUnlimited(span.pool().cpuMilliPerNode()));
      Arrays.fill(memory, from, span.endNode(), orUnlimited(span.pool().memoryMibPerNode()));
    }
  }

  private static int orUnlimited(int capacity) {
    return capacity == 0 ? UNLIMITED : capacity;
  }

  int cpuMilli(int node) {
    return cpu[node];
  }

  int memoryMib(int node) {
    return memory[node];
  }

  void take(int node, TaskRequest request, int tasks) {
    if (cpu[node] != UNLIMITED) {
      cpu[node] -= tasks * request.cpuMilli();
    }
    if (memory[node] != UNLIMITED) {
      memory[node] -= tasks * request.memoryMib();
    }
  }

  /** Leaves a node on which nothing runs with nothing, or with all it has. */
  void put(int node, Pool pool, boolean isInUse) {
    cpu[node] = isInUse ? orUnlimited(pool.cpuMilliPerNode()) : 0;
    memory[node] = isInUse ? orUnlimited(pool.memoryMibPerNode()) : 0;
  }
}
