package org.suanwang.scheduling.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The times for which jobs held devices without a break and without change, as columns: of each job
 * the one that lasts or was the last, and, linked to each other, those before it. The latter are as
 * good as without memory while nobody is interrupted.
 */
final class Stretches {
  private static final int FIRST_CAPACITY = 64;
  private static final int NONE = -1;

  private final int jobs;
  private final long[] lastFrom;
  private final int[] lastGroups;
  private final long[] lastMilli;
  private final long[] lastRates;
  private int @Nullable [] firstOf;
  private int @Nullable [] newestOf;
  private int[] next = new int[FIRST_CAPACITY];
  private int[] groups = new int[FIRST_CAPACITY];
  private long[] from = new long[FIRST_CAPACITY];
  private long[] to = new long[FIRST_CAPACITY];
  private long[] milli = new long[FIRST_CAPACITY];
  private long[] chargeRates = new long[FIRST_CAPACITY];
  private int size;
  private final Map<Integer, Integer> resizes = new HashMap<>();
  private final Map<Integer, Integer> partners = new HashMap<>();

  Stretches(int jobs) {
    this.jobs = jobs;
    lastFrom = new long[jobs];
    Arrays.fill(lastFrom, JobOutcomes.NEVER);
    lastGroups = new int[jobs];
    lastMilli = new long[jobs];
    lastRates = new long[jobs];
  }

  /** A job holds devices from now on. */
  void begin(int job, int group, long fromSeconds, long milliDevices, long chargeRate) {
    lastFrom[job] = fromSeconds;
    lastGroups[job] = group;
    lastMilli[job] = milliDevices;
    lastRates[job] = chargeRate;
  }

  /** A job does not hold them any longer, though it has not come to its end. */
  void interrupt(int job, long toSeconds) {
    if (size == next.length) {
      grow();
    }
    next[size] = NONE;
    groups[size] = lastGroups[job];
    from[size] = lastFrom[job];
    to[size] = toSeconds;
    milli[size] = lastMilli[job];
    chargeRates[size] = lastRates[job];
    lastFrom[job] = JobOutcomes.NEVER;
    link(job, size++);
  }

  private void link(int job, int stretch) {
    int[] firsts = firstOf;
    int[] newest = newestOf;
    if (firsts == null || newest == null) {
      firsts = new int[jobs];
      newest = new int[jobs];
      Arrays.fill(firsts, NONE);
      firstOf = firsts;
      newestOf = newest;
    }
    if (firsts[job] == NONE) {
      firsts[job] = stretch;
    } else {
      next[newest[job]] = stretch;
    }
    newest[job] = stretch;
  }

  private void grow() {
    int capacity = size * 2;
    next = Arrays.copyOf(next, capacity);
    groups = Arrays.copyOf(groups, capacity);
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
    milli = Arrays.copyOf(milli, capacity);
    chargeRates = Arrays.copyOf(chargeRates, capacity);
  }

  /** Thousandths of devices that a job holds, or held when it came to its end. */
  long milliDevices(int job) {
    return lastMilli[job];
  }

  /**
   * Hands over those of a job inside a window that starts at 0, in the order of time.
   *
   * @param endSeconds when the last one ended, if it was not interrupted
   */
  void forEach(int job, long endSeconds, long windowSeconds, StretchReader reader) {
    int[] firsts = firstOf;
    for (int i = firsts == null ? NONE : firsts[job]; i != NONE; i = next[i]) {
      long end = Math.min(to[i], windowSeconds);
      if (end > from[i]) {
        reader.read(groups[i], from[i], end, milli[i], chargeRates[i]);
      }
    }
    long start = lastFrom[job];
    long end = Math.min(endSeconds, windowSeconds);
    if (start != JobOutcomes.NEVER && end > start) {
      reader.read(lastGroups[job], start, end, lastMilli[job], lastRates[job]);
    }
  }

  /** For how long a job held devices inside a window, or, by device, the thousandths of them. */
  long held(int job, long endSeconds, long windowSeconds, boolean isByDevice) {
    long[] sum = {0};
    forEach(
        job,
        endSeconds,
        windowSeconds,
        (g, from, to, milli, rate) -> sum[0] += (isByDevice ? milli : 1) * (to - from));
    return sum[0];
  }

  /**
   * A job goes on with more devices or fewer; it then begins again.
   *
   * @param isResize whether it is with more tasks or fewer; else with halves of the same devices
   */
  void change(int job, long toSeconds, boolean isResize) {
    interrupt(job, toSeconds);
    (isResize ? resizes : partners).merge(job, 1, Integer::sum);
  }

  /** How often a job went on with more tasks or fewer. */
  int resizes(int job) {
    return resizes.getOrDefault(job, 0);
  }

  /** How often a job was interrupted. */
  int interruptions(int job) {
    int[] firsts = firstOf;
    if (firsts == null || firsts[job] == NONE) {
      return 0;
    }
    int count = -resizes(job) - partners.getOrDefault(job, 0);
    for (int i = firsts[job]; i != NONE; i = next[i]) {
      count++;
    }
    return count;
  }

  /** How often any was. */
  int interruptions() {
    return size - sum(resizes) - sum(partners);
  }

  private static int sum(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
