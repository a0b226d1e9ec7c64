package org.suanwang.scheduling.cluster;

import java.util.BitSet;
import java.util.List;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The units of one level of the network of some groups, those with least free first or in the order
 * of their nodes, kept while the cluster changes: finds the first that may have room for a gang of
 * one size of task, by its devices and by the CPU and memory of all nodes of the unit together. It
 * costs the nodes that changed since it was last asked, times the logarithm of the units.
 */
public final class UnitLine {
  /** No such unit. */
  public static final int NONE = RoomTree.NONE;

  private static final int UNIT_BITS = 20;
  private static final int MILLI = 0;
  private static final int TASKS = 1;
  private static final int CPU = 2;
  private static final int MEMORY = 3;
  private static final int PARTS = 4;

  private final ClusterState cluster;
  private final BitSet groups = new BitSet();
  private final List<Topology.Unit> units;
  private final TaskRequest size;
  private final boolean inOrder;
  private final ChangedNodes changed;
  private final RoomTree tree;

  /** Of each unit: thousandths of devices free, tasks that devices suffice for, CPU, memory. */
  private final long[][] sums;

  /** What of it is of each node. */
  private final int[][] counted;

  private final BitSet touched = new BitSet();

  /**
   * Follows a cluster from now on.
   *
   * @param units in the order of their nodes
   * @param among groups, no unions, whose nodes count
   * @param size of the tasks: devices, or the share of one
   * @param inOrder whether units are in the order of their nodes, else by what they have free on
   *     nodes that may take such a task
   */
  public UnitLine(
      ClusterState cluster,
      List<Topology.Unit> units,
      int[] among,
      TaskRequest size,
      boolean inOrder) {
    this.cluster = cluster;
    this.units = units;
    this.size = size;
    this.inOrder = inOrder;
    changed = cluster.changes();
    tree = new RoomTree(1, units.size(), cluster.layout().memoryMibPerCpuMilli());
    sums = new long[PARTS][units.size()];
    counted = new int[PARTS][cluster.layout().nodes()];
    for (int group : among) {
      groups.set(group);
    }
    for (FleetLayout.PoolSpan pool : cluster.layout().pools()) {
      for (int node = pool.firstNode(); node < pool.endNode(); node++) {
        count(node);
      }
    }
  }

  private int unit(int node) {
    int low = 0;
    int high = units.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (units.get(middle).toNode() > node) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < units.size() && units.get(low).fromNode() <= node ? low : NONE;
  }

  private void count(int node) {
    int unit = groups.get(cluster.pool(node).group()) ? unit(node) : NONE;
    if (unit == NONE) {
      return;
    }
    boolean mayTake = NodeSearch.mayTake(cluster, node, size);
    set(MILLI, unit, node, mayTake ? cluster.freeMilli(node) : 0);
    set(TASKS, unit, node, mayTake ? cluster.tasksThatFit(node, size) : 0);
    set(CPU, unit, node, cluster.freeCpuMilli(node));
    set(MEMORY, unit, node, cluster.freeMemoryMib(node));
    touched.set(unit);
  }

  private void set(int part, int unit, int node, int now) {
    sums[part][unit] += (long) now - counted[part][node];
    counted[part][node] = now;
  }

  /** What is asked for from now on, until the cluster changes: room for so many such tasks. */
  public void want(TaskRequest request, int tasks) {
    while (!changed.isEmpty()) {
      count(changed.poll());
    }
    for (int unit = touched.nextSetBit(0); unit >= 0; unit = touched.nextSetBit(unit + 1)) {
      touched.clear(unit);
      long key = inOrder ? unit : sums[MILLI][unit] << UNIT_BITS | unit;
      tree.put(
          0, unit, key, most(sums[CPU][unit]), most(sums[MEMORY][unit]), most(sums[TASKS][unit]));
    }
    tree.want(
        most((long) request.cpuMilli() * tasks), most((long) request.memoryMib() * tasks), tasks);
  }

  private static int most(long amount) {
    return (int) Math.min(amount, Integer.MAX_VALUE);
  }

  /** The first unit that may have room. */
  public int first() {
    return tree.first(0, 0);
  }

  /** The next one after another. */
  public int after(int unit) {
    return tree.after(0, unit);
  }

  /** The nodes of one of them. */
  public Topology.Unit unitAt(int number) {
    return units.get(number);
  }
}
