package org.suanwang.scheduling.cluster;

/** Nodes as they stand in a list. */
final class ListedOrder implements NodeOrder {
  private final int[] nodes;
  private final int[] places;

  ListedOrder(int[] nodes) {
    this.nodes = nodes;
    places = new int[nodes.length];
    for (int place = 0; place < nodes.length; place++) {
      places[nodes[place]] = place;
    }
  }

  @Override
  public int place(int node) {
    return places[node];
  }

  @Override
  public int node(int place) {
    return nodes[place];
  }
}
