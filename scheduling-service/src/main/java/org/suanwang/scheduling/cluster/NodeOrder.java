package org.suanwang.scheduling.cluster;

import org.jspecify.annotations.Nullable;

/** An order of all nodes of a fleet: their own, by number, or any other. */
public final class NodeOrder {
  /** By number. */
  public static final NodeOrder BY_NUMBER = new NodeOrder(null, null);

  private final int @Nullable [] nodeAt;
  private final int @Nullable [] placeOf;

  private NodeOrder(int @Nullable [] nodeAt, int @Nullable [] placeOf) {
    this.nodeAt = nodeAt;
    this.placeOf = placeOf;
  }

  /** The nodes in this order, each once; the array is kept. */
  public static NodeOrder of(int[] nodes) {
    int[] places = new int[nodes.length];
    for (int place = 0; place < nodes.length; place++) {
      places[nodes[place]] = place;
    }
    return new NodeOrder(nodes, places);
  }

  /**
   * The place of a node among those of the whole fleet, where the order was drawn for that; else
   * all are alike.
   */
  public int placeInFleet(int node) {
    return placeOf == null ? 0 : place(node);
  }

  /** Where a node stands, from 0. */
  public int place(int node) {
    int[] places = placeOf;
    return places == null ? node : places[node];
  }

  /** Which node stands there. */
  public int node(int place) {
    int[] nodes = nodeAt;
    return nodes == null ? place : nodes[place];
  }
}
