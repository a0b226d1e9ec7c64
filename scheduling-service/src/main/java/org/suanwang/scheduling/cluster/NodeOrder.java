package org.suanwang.scheduling.cluster;

/** An order of all nodes of a fleet: their own, by number, or any other. */
public interface NodeOrder {
  /** The nodes in this order, each once; the array is kept. */
  static NodeOrder of(int[] nodes) {
    return new ListedOrder(nodes);
  }

  /** Where a node stands, from 0. */
  int place(int node);

  /** Which node stands there. */
  int node(int place);

  /**
   * The place of a node among those of all hubs and device types, where the order is meant to tell
   * these apart too; else 0.
   */
  default int placeInFleet(int node) {
    return place(node);
  }
}
