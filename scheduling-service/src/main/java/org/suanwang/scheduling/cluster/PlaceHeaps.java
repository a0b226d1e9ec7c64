package org.suanwang.scheduling.cluster;

import java.util.Arrays;

/**
 * Sets of nodes that no two share, each as a binary heap of their places in an order: the first of
 * each is at hand, and a node comes and goes in time that grows with the logarithm of the set.
 */
final class PlaceHeaps {
  private final int[] indexOfPlace;
  private int[][] heaps = {};
  private int[] sizes = {};

  /** No sets, over so many nodes; several of these may share the array if they share no node. */
  PlaceHeaps(int[] indexOfPlace) {
    this.indexOfPlace = indexOfPlace;
  }

  /** Room for so many sets. */
  void grow(int sets) {
    int before = sizes.length;
    heaps = Arrays.copyOf(heaps, sets);
    sizes = Arrays.copyOf(sizes, sets);
    Arrays.fill(heaps, before, sets, new int[0]);
  }

  int size(int set) {
    return sizes[set];
  }

  /** The place at an index of the heap; at 0 stands the first of all. */
  int place(int set, int index) {
    return heaps[set][index];
  }

  void add(int set, int place) {
    int size = sizes[set]++;
    if (size == heaps[set].length) {
      heaps[set] = Arrays.copyOf(heaps[set], Math.max(2, size * 2));
    }
    rise(heaps[set], size, place);
  }

  void remove(int set, int place) {
    int[] heap = heaps[set];
    int last = heap[--sizes[set]];
    if (last != place) {
      int at = indexOfPlace[place];
      sink(heap, sizes[set], rise(heap, at, last));
    }
    if (sizes[set] == 0) {
      heaps[set] = new int[0];
    }
  }

  private int rise(int[] heap, int from, int place) {
    int at = from;
    while (at > 0 && place < heap[(at - 1) / 2]) {
      put(heap, at, heap[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(heap, at, place);
    return at;
  }

  private void sink(int[] heap, int size, int from) {
    int at = from;
    int place = heap[at];
    int child = lesserChild(heap, size, at);
    while (child < size && heap[child] < place) {
      put(heap, at, heap[child]);
      at = child;
      child = lesserChild(heap, size, at);
    }
    put(heap, at, place);
  }

  private static int lesserChild(int[] heap, int size, int at) {
    int left = 2 * at + 1;
    return left + 1 < size && heap[left + 1] < heap[left] ? left + 1 : left;
  }

  private void put(int[] heap, int at, int place) {
    heap[at] = place;
    indexOfPlace[place] = at;
  }
}
