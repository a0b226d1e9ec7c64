package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a node is and has free, as numbers: two nodes of a group with the same numbers take the same
 * tasks, and every score is the same of both. Devices count in any order.
 */
final class StateKeys {
  private static final int FIXED = 4;
  private static final int CORDONED = 1;
  private static final int IDLE = 2;
  private static final int FLAG_BITS = 2;

  private final ClusterState state;
  private final NodeKinds kinds;
  private final DeviceMemory memory;
  private final int[] shapeOfPool;

  /** What is the same of all nodes of a pool. */
  private record Shape(int devices, int cpuMilli, int memoryMib, int deviceMemoryMib) {}

  StateKeys(ClusterState state, NodeKinds kinds, DeviceMemory memory) {
    this.state = state;
    this.kinds = kinds;
    this.memory = memory;
    Map<Shape, Integer> shapes = new HashMap<>();
    shapeOfPool =
        state.layout().pools().stream()
            .mapToInt(span -> shapes.computeIfAbsent(shape(span), s -> shapes.size()))
            .toArray();
  }

  private static Shape shape(FleetLayout.PoolSpan span) {
    Pool pool = span.pool();
    return new Shape(
        pool.devicesPerNode(),
        pool.cpuMilliPerNode(),
        pool.memoryMibPerNode(),
        span.deviceMemoryMib());
  }

  /** The numbers of a node as it is now. */
  long[] of(int node) {
    int first = state.firstDevice(node);
    int devices = state.endDevice(node) - first;
    long[] key = new long[FIXED + devices];
    int flags = (state.cordoned().get(node) ? CORDONED : 0) | (state.isIdle(node) ? IDLE : 0);
    key[0] = (long) shapeOfPool[state.pool(node).index()] << FLAG_BITS | flags;
    key[1] = state.freeCpuMilli(node);
    key[2] = state.freeMemoryMib(node);
    key[3] = kinds.on(node);
    for (int i = 0; i < devices; i++) {
      key[FIXED + i] =
          (long) state.deviceFreeMilli(first + i) << Integer.SIZE | memory.counted(first + i);
    }
    Arrays.sort(key, FIXED, key.length);
    return key;
  }
}
