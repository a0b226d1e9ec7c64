package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import java.util.BitSet;

/** The nodes that changed since somebody last asked, each once. */
final class ChangedNodes {
  private static final int FIRST_CAPACITY = 64;

  private final BitSet isIn = new BitSet();
  private int[] nodes = new int[FIRST_CAPACITY];
  private int count;

  void add(int node) {
    if (isIn.get(node)) {
      return;
    }
    isIn.set(node);
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, count * 2);
    }
    nodes[count++] = node;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** One of them, which is left out from now on. */
  int poll() {
    int node = nodes[--count];
    isIn.clear(node);
    return node;
  }
}
