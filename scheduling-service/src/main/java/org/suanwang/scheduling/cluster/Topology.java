package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * How the nodes of a fleet lie in racks and under spines, by their numbering: so many nodes of a
 * pool after each other are a rack, so many racks of a hub after each other hang on a spine. Nodes
 * of a pool that tells no racks are in none, and racks of a hub that tells no spines under none:
 * what holds two of them is then the hub.
 */
public final class Topology {
  private static final int NONE = -1;

  private final FleetLayout layout;
  private final int[] rackOfNode;
  private final int[] spineOfRack;

  public Topology(FleetLayout layout) {
    this.layout = layout;
    rackOfNode = new int[layout.nodes()];
    Arrays.fill(rackOfNode, NONE);
    int[] spines = new int[layout.nodes()];
    int racks = 0;
    int spineCount = 0;
    int hub = NONE;
    int racksOfHub = 0;
    for (FleetLayout.PoolSpan span : layout.pools()) {
      int ownHub = layout.groups().get(span.group()).hub();
      racksOfHub = ownHub == hub ? racksOfHub : 0;
      hub = ownHub;
      Integer nodesPerRack = span.pool().nodesPerRack();
      Integer racksPerSpine = layout.fleet().hubs().get(hub).racksPerSpine();
      for (int node = span.firstNode(); nodesPerRack != null && node < span.endNode(); node++) {
        if ((node - span.firstNode()) % nodesPerRack == 0) {
          boolean startsSpine = racksPerSpine != null && racksOfHub % racksPerSpine == 0;
          spineCount += startsSpine ? 1 : 0;
          spines[racks++] = racksPerSpine == null ? NONE : spineCount - 1;
          racksOfHub++;
        }
        rackOfNode[node] = racks - 1;
      }
    }
    spineOfRack = Arrays.copyOf(spines, racks);
  }

  /** The rack of a node; negative when it is in none. */
  public int rack(int node) {
    return rackOfNode[node];
  }

  /** The spine over a node; negative when it is under none. */
  public int spine(int node) {
    return rackOfNode[node] < 0 ? NONE : spineOfRack[rackOfNode[node]];
  }

  /** The level of the smallest unit that holds all of these nodes of one hub. */
  public TopologyLevel level(int[] nodes) {
    if (nodes.length <= 1) {
      return TopologyLevel.NODE;
    }
    boolean isOneRack = rack(nodes[0]) >= 0;
    boolean isOneSpine = spine(nodes[0]) >= 0;
    for (int node : nodes) {
      isOneRack &= rack(node) == rack(nodes[0]);
      isOneSpine &= spine(node) == spine(nodes[0]);
    }
    if (isOneRack) {
      return TopologyLevel.RACK;
    }
    return isOneSpine ? TopologyLevel.SPINE : TopologyLevel.HUB;
  }

  /** Whether so many nodes are as few as will hold a gang in a group where nothing else runs. */
  public boolean isConsolidated(int group, TaskRequest request, int tasks, int nodes) {
    int most = 1;
    for (FleetLayout.PoolSpan span : layout.groups().get(group).pools()) {
      most = Math.max(most, span.tasksOnEmptyNode(request));
    }
    return nodes <= Math.ceilDiv(tasks, most);
  }
}
