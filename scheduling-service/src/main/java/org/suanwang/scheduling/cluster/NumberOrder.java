package org.suanwang.scheduling.cluster;

/** Nodes by number; hubs and device types have an order of their own. */
record NumberOrder() implements NodeOrder {
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
