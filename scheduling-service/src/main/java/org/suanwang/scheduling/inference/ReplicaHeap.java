package org.suanwang.scheduling.inference;

/** All replicas, the one with the least pair of keys on top; among equals the first. */
final class ReplicaHeap {
  private final long[] major;
  private final long[] minor;
  private final int[] heap;
  private final int[] place;

  ReplicaHeap(int replicas, long key) {
    major = new long[replicas];
    minor = new long[replicas];
    heap = new int[replicas];
    place = new int[replicas];
    for (int i = 0; i < replicas; i++) {
      major[i] = key;
      heap[i] = i;
      place[i] = i;
    }
  }

  int first() {
    return heap[0];
  }

  long firstMajor() {
    return major[heap[0]];
  }

  void set(int replica, long newMajor, long newMinor) {
    major[replica] = newMajor;
    minor[replica] = newMinor;
    rise(replica);
    sink(replica);
  }

  private void rise(int replica) {
    int at = place[replica];
    while (at > 0 && isLess(replica, heap[(at - 1) / 2])) {
      put(heap[(at - 1) / 2], at);
      at = (at - 1) / 2;
    }
    put(replica, at);
  }

  private void sink(int replica) {
    int at = place[replica];
    while (2 * at + 1 < heap.length) {
      int child = 2 * at + 1;
      if (child + 1 < heap.length && isLess(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isLess(heap[child], replica)) {
        break;
      }
      put(heap[child], at);
      at = child;
    }
    put(replica, at);
  }

  private void put(int replica, int at) {
    heap[at] = replica;
    place[replica] = at;
  }

  private boolean isLess(int a, int b) {
    if (major[a] != major[b]) {
      return major[a] < major[b];
    }
    return minor[a] != minor[b] ? minor[a] < minor[b] : a < b;
  }
}
