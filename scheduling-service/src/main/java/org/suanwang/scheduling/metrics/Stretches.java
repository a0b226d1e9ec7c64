package org.suanwang.scheduling.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The times for which jobs held devices before they were interrupted, as columns. Empty, and as
 * good as without memory, while nobody is.
 */
final class Stretches {
  private static final int FIRST_CAPACITY = 64;
  private static final int NONE = -1;

  private final int jobs;
  private int @Nullable [] firstOf;
  private int @Nullable [] lastOf;
  private int[] next = new int[FIRST_CAPACITY];
  private int[] groups = new int[FIRST_CAPACITY];
  private long[] from = new long[FIRST_CAPACITY];
  private long[] to = new long[FIRST_CAPACITY];
  private long[] chargeRates = new long[FIRST_CAPACITY];
  private int size;

  Stretches(int jobs) {
    this.jobs = jobs;
  }

  void add(int job, int group, long fromSeconds, long toSeconds, long chargeRate) {
    if (size == next.length) {
      grow();
    }
    next[size] = NONE;
    groups[size] = group;
    from[size] = fromSeconds;
    to[size] = toSeconds;
    chargeRates[size] = chargeRate;
    link(job, size++);
  }

  private void link(int job, int stretch) {
    int[] firsts = firstOf;
    int[] lasts = lastOf;
    if (firsts == null || lasts == null) {
      firsts = new int[jobs];
      lasts = new int[jobs];
      Arrays.fill(firsts, NONE);
      firstOf = firsts;
      lastOf = lasts;
    }
    if (firsts[job] == NONE) {
      firsts[job] = stretch;
    } else {
      next[lasts[job]] = stretch;
    }
    lasts[job] = stretch;
  }

  private void grow() {
    int capacity = size * 2;
    next = Arrays.copyOf(next, capacity);
    groups = Arrays.copyOf(groups, capacity);
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
    chargeRates = Arrays.copyOf(chargeRates, capacity);
  }

  /** Hands over those of a job inside a window that starts at 0, in the order of time. */
  void forEach(int job, long windowSeconds, StretchReader reader) {
    int[] firsts = firstOf;
    if (firsts == null) {
      return;
    }
    for (int i = firsts[job]; i != NONE; i = next[i]) {
      long end = Math.min(to[i], windowSeconds);
      if (end > from[i]) {
        reader.read(groups[i], from[i], end, chargeRates[i]);
      }
    }
  }

  /** How often a job was interrupted. */
  int count(int job) {
    int[] firsts = firstOf;
    int count = 0;
    if (firsts != null) {
      for (int i = firsts[job]; i != NONE; i = next[i]) {
        count++;
      }
    }
    return count;
  }

  /** How often anybody was. */
  int size() {
    return size;
  }
}
