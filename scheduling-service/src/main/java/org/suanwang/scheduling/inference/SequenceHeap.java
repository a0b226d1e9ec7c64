package org.suanwang.scheduling.inference;

import java.util.Arrays;

/** Sequences that are written, the one that ends first on top; among equals the older request. */
final class SequenceHeap {
  private static final int FIRST_CAPACITY = 16;

  private long[] ends = new long[FIRST_CAPACITY];
  private int[] requests = new int[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  /** After which iteration the first one ends. */
  long firstEnd() {
    return ends[0];
  }

  void add(long end, int request) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      requests = Arrays.copyOf(requests, size * 2);
    }
    int at = size++;
    while (at > 0 && isLess(end, request, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    put(end, request, at);
  }

  int removeFirst() {
    int first = requests[0];
    size--;
    long end = ends[size];
    int request = requests[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && isLess(ends[child + 1], requests[child + 1], child)) {
        child++;
      }
      if (isLess(end, request, child)) {
        break;
      }
      move(child, at);
      at = child;
    }
    put(end, request, at);
    return first;
  }

  private boolean isLess(long end, int request, int other) {
    return end != ends[other] ? end < ends[other] : request < requests[other];
  }

  private void move(int from, int to) {
    put(ends[from], requests[from], to);
  }

  private void put(long end, int request, int at) {
    ends[at] = end;
    requests[at] = request;
  }
}
