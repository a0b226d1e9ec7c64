package org.suanwang.scheduling.cycle;

import java.util.Arrays;

/**
 * Nodes that a gang may be placed on, with how bad each is, equal ones in an order of all nodes;
 * the array is kept between gangs.
 */
final class Candidates {
  private static final int FIRST_CAPACITY = 64;

  private long[] keys = new long[FIRST_CAPACITY];
  private int count;

  void clear() {
    count = 0;
  }

  int size() {
    return count;
  }

  /** How bad it is is 0 or more, and less than 2³¹. */
  void add(int place, long worse) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
    }
    keys[count++] = worse << 32 | place;
  }

  /**
   * The best first, of equal ones the first in the order; where one is wanted, only that one is
   * left.
   */
  void sort(int wanted) {
    if (wanted == 1 && count > 0) {
      keys[0] = Arrays.stream(keys, 0, count).min().getAsLong();
      count = 1;
    } else {
      Arrays.sort(keys, 0, count);
    }
  }

  /** The place in the order of the node. */
  int place(int index) {
    return (int) keys[index];
  }

  long worse(int index) {
    return keys[index] >>> 32;
  }
}
