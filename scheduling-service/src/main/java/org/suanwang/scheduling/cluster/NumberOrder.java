package org.suanwang.scheduling.cluster;

/** Nodes by number; hubs and device types have an order of their own. */
public record NumberOrder() implements NodeOrder {
  /** The only one there need be. */
  public static final NumberOrder INSTANCE = new NumberOrder();

  @Override
  public int place(int node) {
    return node;
  }

  @Override
  public int node(int place) {
    return place;
  }

  @Override
  public int placeInFleet(int node) {
    return 0;
  }
}
