package org.suanwang.catalog.query;

import java.util.Arrays;

/** Sets of the accelerators of one catalogue, by their places in the order of ids: one bit each. */
final class Bits {
  private Bits() {}

  static long[] none(int size) {
    return new long[(size + Long.SIZE - 1) / Long.SIZE];
  }

  static long[] all(int size) {
    long[] bits = none(size);
    Arrays.fill(bits, -1L);
    if (size % Long.SIZE != 0) {
      bits[bits.length - 1] = (1L << size % Long.SIZE) - 1;
    }
    return bits;
  }

  static void set(long[] bits, int place) {
    bits[place / Long.SIZE] |= 1L << place % Long.SIZE;
  }

  static boolean has(long[] bits, int place) {
    return (bits[place / Long.SIZE] >>> place % Long.SIZE & 1) != 0;
  }

  /** Leaves in the first what is in the second too. */
  static void retain(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= others[i];
    }
  }

  static void add(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= others[i];
    }
  }

  static void remove(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= ~others[i];
    }
  }

  static long[] both(long[] one, long[] other) {
    long[] bits = one.clone();
    retain(bits, other);
    return bits;
  }

  static long[] without(long[] one, long[] other) {
    long[] bits = one.clone();
    remove(bits, other);
    return bits;
  }

  static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many are in both. */
  static int countBoth(long[] one, long[] other) {
    int count = 0;
    for (int i = 0; i < one.length; i++) {
      count += Long.bitCount(one[i] & other[i]);
    }
    return count;
  }

  /** The first place from one on that is in the set; -1 when there is none. */
  static int next(long[] bits, int from) {
    int word = from / Long.SIZE;
    if (word >= bits.length) {
      return -1;
    }
    long rest = bits[word] & -1L << from % Long.SIZE;
    while (rest == 0) {
      if (++word == bits.length) {
        return -1;
      }
      rest = bits[word];
    }
    return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
  }
}
