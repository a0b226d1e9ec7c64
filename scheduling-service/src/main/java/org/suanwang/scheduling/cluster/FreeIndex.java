package org.suanwang.scheduling.cluster;

import java.util.BitSet;

/**
 * Finds nodes of one pool by what they have free, without looking at the others. Nodes that run
 * something stand in one bit set per number of whole free devices, and, if a device of theirs is
 * shared, in one of ten by the free share of the widest such device. Idle nodes stand apart: they
 * are all alike, so a search need look at as many as it has tasks left.
 */
final class FreeIndex {
  static final int NONE = -1;
  private static final int SHARE_SETS = 10;
  private static final int MILLI_PER_SET = 100;

  private final int firstNode;
  private final int devicesPerNode;
  private final BitSet idle;
  private final BitSet[] byFreeDevices;
  private final BitSet[] byShare = new BitSet[SHARE_SETS];
  private final int[] counts;
  private int idleCount;

  FreeIndex(FleetLayout.PoolSpan span) {
    firstNode = span.firstNode();
    devicesPerNode = span.pool().devicesPerNode();
    idle = new BitSet(span.pool().nodes());
    idle.set(0, span.pool().nodes());
    idleCount = span.pool().nodes();
    byFreeDevices = new BitSet[devicesPerNode + 1];
    for (int i = 0; i <= devicesPerNode; i++) {
      byFreeDevices[i] = new BitSet();
    }
    for (int i = 0; i < SHARE_SETS; i++) {
      byShare[i] = new BitSet();
    }
    counts = new int[devicesPerNode + 1];
  }

  /** Moves a node from where its old state stood to where its new one stands. */
  void move(int node, boolean wasIdle, boolean isIdle, int freeBefore, int freeNow) {
    int bit = node - firstNode;
    if (wasIdle) {
      idle.clear(bit);
      idleCount--;
    } else {
      byFreeDevices[freeBefore].clear(bit);
      counts[freeBefore]--;
    }
    if (isIdle) {
      idle.set(bit);
      idleCount++;
    } else {
      byFreeDevices[freeNow].set(bit);
      counts[freeNow]++;
    }
  }

  /** Moves a node between the sets of shared devices; 0 stands in none. */
  void moveShare(int node, int widestBefore, int widestNow) {
    if (widestBefore > 0) {
      byShare[widestBefore / MILLI_PER_SET].clear(node - firstNode);
    }
    if (widestNow > 0) {
      byShare[widestNow / MILLI_PER_SET].set(node - firstNode);
    }
  }

  int devicesPerNode() {
    return devicesPerNode;
  }

  int idleCount() {
    return idleCount;
  }

  int count(int freeDevices) {
    return counts[freeDevices];
  }

  int nextIdle(int fromNode) {
    return next(idle, fromNode);
  }

  /** The next busy node with exactly so many whole free devices. */
  int nextWithFree(int freeDevices, int fromNode) {
    return counts[freeDevices] == 0 ? NONE : next(byFreeDevices[freeDevices], fromNode);
  }

  /** The next node whose widest shared device may take this share; the caller makes sure. */
  int nextWithShare(int shareMilli, int fromNode) {
    int best = NONE;
    for (int i = shareMilli / MILLI_PER_SET; i < SHARE_SETS; i++) {
      best = earlier(best, next(byShare[i], fromNode));
    }
    return best;
  }

  /** Whether a node is among those told by {@link #nextWithShare}. */
  static boolean mayShare(int widestShare, int shareMilli) {
    return widestShare > 0 && widestShare / MILLI_PER_SET >= shareMilli / MILLI_PER_SET;
  }

  private int next(BitSet set, int fromNode) {
    int bit = set.nextSetBit(Math.max(0, fromNode - firstNode));
    return bit < 0 ? NONE : firstNode + bit;
  }

  static int earlier(int a, int b) {
    if (a == NONE) {
      return b;
    }
    return b == NONE ? a : Math.min(a, b);
  }
}
