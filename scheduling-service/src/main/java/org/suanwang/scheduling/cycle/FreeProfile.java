package org.suanwang.scheduling.cycle;

import java.util.Arrays;

/**
 * How much of a group is free from now on, as a function of time in steps: what runs and what has a
 * reservation is taken away for as long as it is expected to last. Two arrays; every operation
 * takes time that grows with the number of steps.
 */
public final class FreeProfile {
  /** No such time. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int FIRST_CAPACITY = 16;

  private long[] times = new long[FIRST_CAPACITY];
  private long[] free = new long[FIRST_CAPACITY];
  private int size = 1;
  private final KnownStarts known = new KnownStarts();

  /** All is free from second 0 on. */
  public FreeProfile(long capacity) {
    free[0] = capacity;
  }

  /** Becomes the same as another. */
  public void copy(FreeProfile other) {
    if (times.length < other.size) {
      times = new long[other.times.length];
      free = new long[other.times.length];
    }
    System.arraycopy(other.times, 0, times, 0, other.size);
    System.arraycopy(other.free, 0, free, 0, other.size);
    size = other.size;
    known.clear();
  }

  /** Forgets what was before this second. */
  public void advance(long now) {
    int first = stepAt(now);
    if (first > 0) {
      size -= first;
      System.arraycopy(times, first, times, 0, size);
      System.arraycopy(free, first, free, 0, size);
    }
    times[0] = Math.max(times[0], now);
  }

  /** Gives so much more from one second to before another; less when it is negative. */
  public void add(long from, long to, long more) {
    if (from >= to || more == 0) {
      return;
    }
    if (more > 0) {
      known.clear();
    }
    int first = startStep(from);
    int end = startStep(to);
    for (int step = first; step < end; step++) {
      free[step] += more;
    }
    mergeWithFormer(end);
    mergeWithFormer(first);
  }

  /** The first second, not before this one, from which so much is free for so long. */
  public long earliest(long from, long need, long seconds) {
    long notBefore = known.notBefore(from, need, seconds);
    long at = notBefore == NEVER ? NEVER : earliestFrom(notBefore, need, seconds);
    if (at > notBefore) {
      known.add(from, need, seconds, at);
    }
    return at;
  }

  private long earliestFrom(long from, long need, long seconds) {
    int step = stepAt(from);
    long at = from;
    while (step < size) {
      long end = step + 1 < size ? times[step + 1] : NEVER;
      if (free[step] < need) {
        at = end;
      } else if (end - at >= seconds) {
        return at;
      }
      step++;
    }
    return NEVER;
  }

  /**
   * The same for one who holds so much for so long from a later second on, and would give it back;
   * that second when there is none before. What is held must not be more than there is.
   */
  public long earliest(long from, long need, long seconds, long heldFrom) {
    int step = stepAt(from);
    long at = from;
    while (at < heldFrom) {
      long end = step + 1 < size ? times[step + 1] : NEVER;
      if (free[step] < need) {
        at = end;
      } else if (end >= heldFrom || end - at >= seconds) {
        return at;
      }
      step++;
    }
    return heldFrom;
  }

  /** The least that is free at any second from one to before another, which comes after it. */
  public long least(long from, long to) {
    int step = stepAt(from);
    long least = free[step];
    for (step++; step < size && times[step] < to; step++) {
      least = Math.min(least, free[step]);
    }
    return least;
  }

  /** The first second after this one at which more or less is free; {@link #NEVER} when none is. */
  public long nextStep(long second) {
    int next = stepAt(second) + 1;
    return next < size ? times[next] : NEVER;
  }

  /** The step in which a second lies; the first when it lies before all. */
  private int stepAt(long second) {
    int found = Arrays.binarySearch(times, 0, size, second);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** Makes a step begin at this second. */
  private int startStep(long second) {
    int found = Arrays.binarySearch(times, 0, size, second);
    if (found >= 0) {
      return found;
    }
    int at = -found - 1;
    if (at == 0) {
      throw new IllegalArgumentException("second " + second + " is forgotten");
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      free = Arrays.copyOf(free, size * 2);
    }
    System.arraycopy(times, at, times, at + 1, size - at);
    System.arraycopy(free, at, free, at + 1, size - at);
    times[at] = second;
    free[at] = free[at - 1];
    size++;
    return at;
  }

  private void mergeWithFormer(int step) {
    if (step > 0 && step < size && free[step] == free[step - 1]) {
      size--;
      System.arraycopy(times, step + 1, times, step, size - step);
      System.arraycopy(free, step + 1, free, step, size - step);
    }
  }
}
