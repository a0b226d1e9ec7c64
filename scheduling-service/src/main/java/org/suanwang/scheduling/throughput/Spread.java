package org.suanwang.scheduling.throughput;

import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * How a gang lies in the network, as a number: the level of the smallest unit that holds it whole,
 * and whether it is on as few nodes as will hold it.
 */
public final class Spread {
  /** On one node. */
  public static final int CLOSEST = 0;

  private Spread() {}

  /** The number of a spread. */
  public static int of(TopologyLevel level, boolean isConsolidated) {
    return level.height() << 1 | (isConsolidated ? 0 : 1);
  }

  /** The number of the spread of a gang on these nodes of a group. */
  public static int of(Topology topology, int group, TaskRequest request, int tasks, int[] nodes) {
    return of(topology.level(nodes), topology.isConsolidated(group, request, tasks, nodes.length));
  }

  /** Whether a gang of this spread is on as few nodes as will hold it. */
  public static boolean isConsolidated(int spread) {
    return (spread & 1) == 0;
  }

  /** The level of the smallest unit that holds a gang of this spread. */
  public static TopologyLevel level(int spread) {
    return TopologyLevel.at(spread >> 1);
  }
}
