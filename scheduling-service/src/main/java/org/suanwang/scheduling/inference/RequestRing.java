package org.suanwang.scheduling.inference;

/** Requests in a line: first come, first served. */
final class RequestRing {
  private static final int FIRST_CAPACITY = 16;

  private int[] requests = new int[FIRST_CAPACITY];
  private int head;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int first() {
    return requests[head];
  }

  void add(int request) {
    if (size == requests.length) {
      int[] wider = new int[size * 2];
      for (int i = 0; i < size; i++) {
        wider[i] = requests[(head + i) % size];
      }
      requests = wider;
      head = 0;
    }
    requests[(head + size++) % requests.length] = request;
  }

  int removeFirst() {
    int first = requests[head];
    head = (head + 1) % requests.length;
    size--;
    return first;
  }
}
