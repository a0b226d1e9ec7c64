package org.suanwang.scheduling.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * How many requests arrive per second on average, constant between given times. Before the first
 * step none arrive.
 *
 * @param steps in the order of time, each from its second until the next one's
 * @param periodSeconds after how long it starts anew from second 0; 0 for never
 */
public record RequestRate(List<Step> steps, long periodSeconds) {
  private static final long DAY_SECONDS = 86_400;

  /**
   * From a second on.
   *
   * @param fromSeconds since the epoch, or since the start of the period
   * @param perSecond requests per second on average
   */
  public record Step(long fromSeconds, double perSecond) {
    public Step {
      if (fromSeconds < 0 || !(perSecond >= 0 && perSecond <= InferenceLimits.PER_SECOND_MAX)) {
        throw new IllegalArgumentException("a rate has no negative time or requests");
      }
    }
  }

  public RequestRate {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a rate has at least one step");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).fromSeconds() <= steps.get(i - 1).fromSeconds()) {
        throw new IllegalArgumentException("the steps of a rate are in the order of time");
      }
    }
    boolean fits = periodSeconds == 0 || steps.getLast().fromSeconds() < periodSeconds;
    if (periodSeconds < 0 || !fits) {
      throw new IllegalArgumentException("the steps of a rate lie within its period");
    }
  }

  /** The same at all times. */
  public static RequestRate constant(double perSecond) {
    return new RequestRate(List.of(new Step(0, perSecond)), 0);
  }

  /** The same every day, by parts of the day of equal length; the first begins at second 0. */
  public static RequestRate daily(List<Double> perSecond) {
    if (perSecond.isEmpty() || DAY_SECONDS % perSecond.size() != 0) {
      throw new IllegalArgumentException("a day falls into whole seconds");
    }
    long length = DAY_SECONDS / perSecond.size();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < perSecond.size(); i++) {
      steps.add(new Step(i * length, perSecond.get(i)));
    }
    return new RequestRate(steps, DAY_SECONDS);
  }

  /** Requests that arrive on average from one second until another. */
  public double requests(long fromSeconds, long toSeconds) {
    if (periodSeconds == 0) {
      return once(fromSeconds, toSeconds);
    }
    double sum = 0;
    long at = fromSeconds;
    while (at < toSeconds) {
      long start = Math.floorDiv(at, periodSeconds) * periodSeconds;
      long end = Math.min(toSeconds, start + periodSeconds);
      sum += once(at - start, end - start);
      at = end;
    }
    return sum;
  }

  private double once(long fromSeconds, long toSeconds) {
    double sum = 0;
    for (int i = stepAt(fromSeconds); i < steps.size(); i++) {
      long from = Math.max(fromSeconds, steps.get(i).fromSeconds());
      if (from >= toSeconds) {
        break;
      }
      long next = i + 1 < steps.size() ? steps.get(i + 1).fromSeconds() : Long.MAX_VALUE;
      sum += (Math.min(toSeconds, next) - from) * steps.get(i).perSecond();
    }
    return sum;
  }

  /** The last step that begins no later; the first when there is none. */
  private int stepAt(long seconds) {
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (steps.get(middle).fromSeconds() <= seconds) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
