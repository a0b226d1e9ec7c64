package org.suanwang.scheduling.queue;

import java.util.Arrays;

/**
 * The jobs that wait, in the order of their ranks, equal ranks by their numbers. Unlike {@link
 * PendingQueue} it can be walked through and left from the middle, each step in time that grows
 * with the logarithm, to base 64, of all jobs there are. All ranks are known from the start.
 * Memory: 8 bytes a job and 1.02 bits more.
 */
public final class RankedLine implements TurnLine {
  private static final int WORD_BITS = 6;

  private final int[] placeOfJob;
  private final int[] jobAtPlace;
  private final long[][] levels;
  private int size;

  /** A line for jobs 0 to n − 1 of these ranks, with nobody in it. */
  public RankedLine(long[] ranks) {
    placeOfJob = places(ranks);
    jobAtPlace = new int[ranks.length];
    for (int job = 0; job < ranks.length; job++) {
      jobAtPlace[placeOfJob[job]] = job;
    }
    levels = levels(ranks.length);
  }

  /** Jobs of one rank come one after the other behind the first place of that rank. */
  private static int[] places(long[] ranks) {
    long[] sorted = ranks.clone();
    Arrays.sort(sorted);
    int[] taken = new int[ranks.length];
    int[] places = new int[ranks.length];
    for (int job = 0; job < ranks.length; job++) {
      int first = firstOf(sorted, ranks[job]);
      places[job] = first + taken[first]++;
    }
    return places;
  }

  private static int firstOf(long[] sorted, long rank) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < rank) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Each bit of a level says whether a word of the level below has any bit. */
  private static long[][] levels(int size) {
    int height = 1;
    for (int words = words(size); words > 1; words = words(words)) {
      height++;
    }
    long[][] levels = new long[height][];
    int bits = size;
    for (int level = 0; level < height; level++) {
      levels[level] = new long[Math.max(1, words(bits))];
      bits = levels[level].length;
    }
    return levels;
  }

  private static int words(int bits) {
    return (bits + Long.SIZE - 1) >>> WORD_BITS;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void add(int job) {
    int at = placeOfJob[job];
    size++;
    for (long[] level : levels) {
      level[at >>> WORD_BITS] |= 1L << at;
      at >>>= WORD_BITS;
    }
  }

  @Override
  public void remove(int job) {
    int at = placeOfJob[job];
    size--;
    for (long[] level : levels) {
      level[at >>> WORD_BITS] &= ~(1L << at);
      if (level[at >>> WORD_BITS] != 0) {
        return;
      }
      at >>>= WORD_BITS;
    }
  }

  @Override
  public int head() {
    return from(0);
  }

  @Override
  public int after(int job) {
    return from(placeOfJob[job] + 1);
  }

  /** How many of all the jobs there are, waiting or not, have their turn before this one. */
  public int place(int job) {
    return placeOfJob[job];
  }

  @Override
  public boolean isBefore(int job, int other) {
    return placeOfJob[job] < placeOfJob[other];
  }

  private int from(int place) {
    int at = place;
    for (int level = 0; level < levels.length; level++) {
      int word = at >>> WORD_BITS;
      if (word >= levels[level].length) {
        return NONE;
      }
      long bits = levels[level][word] & -1L << at;
      if (bits != 0) {
        return jobAtPlace[descend(level, (word << WORD_BITS) + Long.numberOfTrailingZeros(bits))];
      }
      at = word + 1;
    }
    return NONE;
  }

  private int descend(int fromLevel, int bit) {
    int at = bit;
    for (int level = fromLevel - 1; level >= 0; level--) {
      at = (at << WORD_BITS) + Long.numberOfTrailingZeros(levels[level][at]);
    }
    return at;
  }
}
