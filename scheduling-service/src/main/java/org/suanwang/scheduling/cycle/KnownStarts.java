package org.suanwang.scheduling.cycle;

/**
 * What has been found out of when so much is free for so long, while nothing is given back: more,
 * or for longer, is not free before. Holds a few of the latest answers; a question takes time that
 * grows with their number.
 */
final class KnownStarts {
  private static final int CAPACITY = 24;

  private final long[] froms = new long[CAPACITY];
  private final long[] needs = new long[CAPACITY];
  private final long[] lengths = new long[CAPACITY];
  private final long[] starts = new long[CAPACITY];
  private int size;
  private int next;

  /** Something was given back: nothing is known any more. */
  void clear() {
    size = 0;
    next = 0;
  }

  /** A second before which there is none; the one from which on one is sought, if no better. */
  long notBefore(long from, long need, long seconds) {
    long latest = from;
    for (int i = 0; i < size; i++) {
      boolean isLess = needs[i] <= need && lengths[i] <= seconds && froms[i] <= from;
      if (isLess && starts[i] > latest) {
        latest = starts[i];
      }
    }
    return latest;
  }

  /** That so much is free for so long at a second, and at none before it from another on. */
  void add(long from, long need, long seconds, long start) {
    int at = superseded(from, need, seconds, start);
    if (at == size) {
      at = next;
      next = (next + 1) % CAPACITY;
      size = Math.max(size, at + 1);
    }
    froms[at] = from;
    needs[at] = need;
    lengths[at] = seconds;
    starts[at] = start;
  }

  /** An answer that tells nothing beside this one; the size when there is none. */
  private int superseded(long from, long need, long seconds, long start) {
    int i = 0;
    while (i < size
        && (needs[i] < need || lengths[i] < seconds || froms[i] < from || starts[i] > start)) {
      i++;
    }
    return i;
  }
}
