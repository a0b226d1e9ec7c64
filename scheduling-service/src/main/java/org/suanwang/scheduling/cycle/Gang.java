package org.suanwang.scheduling.cycle;

import java.util.Arrays;

/** The nodes found for a gang so far, and its tasks on each; the arrays are kept between gangs. */
final class Gang {
  private static final int FIRST_CAPACITY = 64;

  private int[] nodes = new int[FIRST_CAPACITY];
  private int[] tasksOnNode = new int[FIRST_CAPACITY];
  private final int[] slotOfNode;
  private int count;

  Gang(int nodesInAll) {
    slotOfNode = new int[nodesInAll];
  }

  void clear() {
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The node that was found first. */
  int firstNode() {
    return nodes[0];
  }

  /** How many of its tasks are on a node. */
  int tasksOn(int node) {
    return isOn(node) ? tasksOnNode[slotOfNode[node]] : 0;
  }

  /**
   * Whether tasks of it are on a node: a slot counts only while it names the node, so nothing has
   * to be cleared between gangs.
   */
  boolean isOn(int node) {
    int slot = slotOfNode[node];
    return slot < count && nodes[slot] == node;
  }

  void add(int node, int tasks) {
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
