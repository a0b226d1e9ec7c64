package org.suanwang.scheduling.cluster;

import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The nodes of each group in an order, or their devices, kept while the cluster changes: finds the
 * first of them whose node has the CPU, the memory, and room for the share that a task asks for.
 * What it costs to follow a change, and to find one, grows with the logarithm of the nodes.
 */
public final class NodeLine {
  /** No more of them. */
  public static final int NONE = RoomTree.NONE;

  /** Stands in no line. */
  public static final long OUT = -1;

  private final ClusterState cluster;
  private final boolean isOfDevices;
  private final Standing standing;
  private final ChangedNodes changed;
  private final RoomTree tree;

  /** Where a node, or a device of it, stands. */
  @FunctionalInterface
  public interface Standing {
    /** The less, the earlier; {@link #OUT} where it stands nowhere. */
    long key(int node, int entry);
  }

  /**
   * Follows a cluster from now on.
   *
   * @param isOfDevices whether devices stand in it, else nodes
   */
  public NodeLine(ClusterState cluster, boolean isOfDevices, Standing standing) {
    this.cluster = cluster;
    this.isOfDevices = isOfDevices;
    this.standing = standing;
    this.changed = cluster.changes();
    FleetLayout layout = cluster.layout();
    int entries = isOfDevices ? layout.devices() : layout.nodes();
    tree = new RoomTree(layout.groups().size(), entries, layout.memoryMibPerCpuMilli());
    for (int node = 0; node < layout.nodes(); node++) {
      put(node);
    }
  }

  private void put(int node) {
    if (!isOfDevices) {
      int share = cluster.freeDevices(node) > 0 ? TaskRequest.MILLI : cluster.widestShare(node);
      put(node, node, share);
      return;
    }
    int end = cluster.endDevice(node);
    for (int device = cluster.firstDevice(node); device < end; device++) {
      put(node, device, cluster.deviceFreeMilli(device));
    }
  }

  private void put(int node, int entry, int share) {
    int group = cluster.pool(node).group();
    long key = cluster.cordoned().get(node) ? OUT : standing.key(node, entry);
    if (key == OUT) {
      tree.remove(group, entry);
    } else {
      tree.put(group, entry, key, cluster.freeCpuMilli(node), cluster.freeMemoryMib(node), share);
    }
  }

  /** What is asked for from now on, until the cluster changes: so many such tasks on a node. */
  public void want(TaskRequest request, int tasks) {
    while (!changed.isEmpty()) {
      put(changed.poll());
    }
    tree.want(
        most((long) request.cpuMilli() * tasks),
        most((long) request.memoryMib() * tasks),
        request.deviceMilli());
  }

  private static int most(long amount) {
    return (int) Math.min(amount, Integer.MAX_VALUE);
  }

  /**
   * The first of a group, no union, whose key is this one or a greater one, and that has enough.
   */
  public int first(int group, long fromKey) {
    return tree.first(group, fromKey);
  }

  /** The next of them after another. */
  public int after(int group, int entry) {
    return tree.after(group, entry);
  }

  /** Where one of them stands. */
  public long key(int entry) {
    return tree.key(entry);
  }
}
