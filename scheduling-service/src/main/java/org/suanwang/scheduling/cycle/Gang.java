package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The nodes found for a gang so far, its tasks on each, and how many still need one; the arrays are
 * kept between gangs.
 */
final class Gang {
  /** More than the scores of a whole gang, so a hub where no whole device is broken is better. */
  private static final long BREAKS_WHOLE_DEVICE = 1L << 41;

  private static final int FIRST_CAPACITY = 64;

  private int[] nodes = new int[FIRST_CAPACITY];
  private int[] tasksOnNode = new int[FIRST_CAPACITY];
  private final int[] slotOfNode;
  private final ClusterState state;
  private final OpenNodes open;
  private int count;
  private int remaining;
  private long scoreSum;
  private boolean onSharedOnly;

  Gang(ClusterState state, OpenNodes open) {
    this.state = state;
    this.open = open;
    slotOfNode = new int[state.layout().nodes()];
  }

  /** Nodes for so many tasks are looked for. */
  void begin(int tasks) {
    count = 0;
    remaining = tasks;
    scoreSum = 0;
  }

  /** Whether its shares go to shared devices only, for now. */
  void goes(boolean isOnSharedOnly) {
    onSharedOnly = isOnSharedOnly;
  }

  /** How many tasks have no node yet. */
  int remaining() {
    return remaining;
  }

  /** How much worse than perfect their nodes are, of all tasks together. */
  long scoreSum() {
    return scoreSum;
  }

  /** How many more tasks the node takes, beside those of this gang that it has already. */
  int room(int node, TaskRequest request) {
    if (onSharedOnly) {
      return isOn(node) ? 0 : state.tasksOnSharedDevices(node, request);
    }
    return state.tasksThatFit(node, request) - tasksOn(node);
  }

  /** Puts as many tasks on a node as find room, each of which is so much worse than perfect. */
  void take(int node, TaskRequest request, long worse) {
    int tasks = open.take(node, Math.min(remaining, room(node, request)), tasksOn(node));
    add(node, tasks);
    remaining -= tasks;
    long broken = request.isFractional() && !onSharedOnly ? BREAKS_WHOLE_DEVICE : 0;
    scoreSum += (worse + broken) * tasks;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The node that was found first. */
  int firstNode() {
    return nodes[0];
  }

  /** How many of its tasks are on a node. */
  private int tasksOn(int node) {
    return isOn(node) ? tasksOnNode[slotOfNode[node]] : 0;
  }

  /**
   * Whether tasks of it are on a node: a slot counts only while it names the node, so nothing has
   * to be cleared between gangs.
   */
  private boolean isOn(int node) {
    int slot = slotOfNode[node];
    return slot < count && nodes[slot] == node;
  }

  private void add(int node, int tasks) {
    if (tasks == 0) {
      return;
    }
    if (!isOn(node)) {
      addNode(node);
    }
    tasksOnNode[slotOfNode[node]] += tasks;
  }

  private void addNode(int node) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, count * 2);
      tasksOnNode = Arrays.copyOf(tasksOnNode, count * 2);
    }
    slotOfNode[node] = count;
    nodes[count] = node;
    tasksOnNode[count++] = 0;
  }

  Decision.Start toDecision(int group) {
    return new Decision.Start(
        group, Arrays.copyOf(nodes, count), Arrays.copyOf(tasksOnNode, count));
  }
}
