package org.suanwang.scheduling.cluster;

import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Which kinds of tasks run on each node, told apart by what they hold: a share of a device, one
 * device, two, and so on; {@link #KIND_MAX} and more are one kind. Tasks without devices do not
 * count.
 */
final class NodeKinds {
  /** Kinds are bits of a long. */
  static final int KIND_MAX = 62;

  private final int[] offset;
  private final int[] firstNode;
  private final int[] kinds;
  private final int[] counts;
  private final long[] present;

  NodeKinds(FleetLayout layout) {
    int pools = layout.pools().size();
    offset = new int[pools];
    firstNode = new int[pools];
    kinds = new int[pools];
    int next = 0;
    for (FleetLayout.PoolSpan span : layout.pools()) {
      offset[span.index()] = next;
      firstNode[span.index()] = span.firstNode();
      kinds[span.index()] = Math.min(span.pool().devicesPerNode(), KIND_MAX) + 1;
      next = Math.addExact(next, Math.multiplyExact(span.pool().nodes(), kinds[span.index()]));
    }
    counts = new int[next];
    present = new long[layout.nodes()];
  }

  /** 0 for a share, else the number of devices. */
  static int kind(TaskRequest request) {
    return Math.min(request.devices(), KIND_MAX);
  }

  void add(int pool, int node, TaskRequest request, int tasks) {
    if (!request.needsDevices()) {
      return;
    }
    int kind = kind(request);
    int at = offset[pool] + (node - firstNode[pool]) * kinds[pool] + kind;
    counts[at] += tasks;
    present[node] = counts[at] > 0 ? present[node] | 1L << kind : present[node] & ~(1L << kind);
  }

  /** A bit for each kind that runs on the node. */
  long on(int node) {
    return present[node];
  }
}
