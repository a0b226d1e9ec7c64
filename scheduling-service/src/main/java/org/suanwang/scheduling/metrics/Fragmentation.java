package org.suanwang.scheduling.metrics;

import org.suanwang.scheduling.cluster.ClusterView;

/** How scattered the free capacity is. */
public final class Fragmentation {
  private Fragmentation() {}

  /**
   * Share of the free device capacity that does not lie on wholly free nodes, 0 to 1; 0 when
   * nothing is free.
   */
  public static double of(ClusterView cluster) {
    long free = 0;
    long onIdleNodes = 0;
    for (int node = 0; node < cluster.layout().nodes(); node++) {
      free += cluster.freeMilli(node);
      onIdleNodes += cluster.isIdle(node) ? cluster.freeMilli(node) : 0;
    }
    return free == 0 ? 0 : 1 - (double) onIdleNodes / free;
  }
}
