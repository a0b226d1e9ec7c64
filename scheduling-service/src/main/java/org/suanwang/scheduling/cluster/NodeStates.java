package org.suanwang.scheduling.cluster;

/**
 * Which nodes of a cluster are alike in everything that decides what they take and how well: kept
 * true while the cluster changes, at the cost of each change and not of the number of nodes. {@link
 * StateKeys} says what counts.
 */
public final class NodeStates {
  private final ClusterState cluster;
  private final NodeOrder order;
  private final StateKeys keys;
  private final ChangedNodes changed;
  private final GroupStates[] groups;
  private final int[] stateOfNode;
  private final int[] indexOfPlace;

  /**
   * Follows a cluster from now on.
   *
   * @param order in which the nodes of a state stand
   * @param changed to which the cluster tells every node that changes
   */
  NodeStates(ClusterState cluster, NodeOrder order, StateKeys keys, ChangedNodes changed) {
    this.cluster = cluster;
    this.order = order;
    this.keys = keys;
    this.changed = changed;
    int nodes = cluster.layout().nodes();
    stateOfNode = new int[nodes];
    indexOfPlace = new int[nodes];
    groups = new GroupStates[cluster.layout().groups().size()];
    for (int group = 0; group < groups.length; group++) {
      groups[group] = new GroupStates(indexOfPlace);
    }
    for (int place = 0; place < nodes; place++) {
      int node = order.node(place);
      stateOfNode[node] = group(node).add(keys.of(node), place);
    }
  }

  private GroupStates group(int node) {
    return groups[cluster.pool(node).group()];
  }

  /** The states of a group, no union, as they are now. */
  public GroupStates of(int group) {
    while (!changed.isEmpty()) {
      move(changed.poll());
    }
    return groups[group];
  }

  private void move(int node) {
    GroupStates states = group(node);
    int before = stateOfNode[node];
    long[] key = keys.of(node);
    if (!states.isSame(before, key)) {
      int place = order.place(node);
      states.remove(before, place);
      stateOfNode[node] = states.add(key, place);
    }
  }

  /** The order in which nodes of a state stand. */
  public NodeOrder order() {
    return order;
  }

  /** The state of a node as {@link #of} last told it. */
  public int state(int node) {
    return stateOfNode[node];
  }

  /** Where a node stands in the heap of its state. */
  public int index(int node) {
    return indexOfPlace[order.place(node)];
  }
}
