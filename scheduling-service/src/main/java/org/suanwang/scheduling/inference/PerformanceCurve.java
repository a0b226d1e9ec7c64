package org.suanwang.scheduling.inference;

import java.util.List;

/**
 * Seconds as a function of a size: straight lines between known points, constant below the first,
 * and beyond the last on with the slope of the last line, but never falling.
 *
 * @param points by ascending size
 */
public record PerformanceCurve(List<Point> points) {
  /**
   * A known point.
   *
   * @param size tokens or sequences
   * @param seconds how long that takes
   */
  public record Point(double size, double seconds) {
    public Point {
      if (!(size >= 0 && seconds >= 0 && seconds <= InferenceLimits.LATENCY_SECONDS_MAX)) {
        throw new IllegalArgumentException("no such point: " + size + ", " + seconds);
      }
    }
  }

  public PerformanceCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a curve has at least one point");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).size() <= points.get(i - 1).size()) {
        throw new IllegalArgumentException("the points of a curve ascend");
      }
    }
  }

  /** Seconds for this size. */
  public double seconds(double size) {
    Point first = points.getFirst();
    if (size <= first.size() || points.size() == 1) {
      return first.seconds();
    }
    int right = 1;
    while (right < points.size() - 1 && points.get(right).size() < size) {
      right++;
    }
    Point from = points.get(right - 1);
    Point to = points.get(right);
    double slope = (to.seconds() - from.seconds()) / (to.size() - from.size());
    return size > to.size()
        ? to.seconds() + Math.max(0, slope) * (size - to.size())
        : from.seconds() + slope * (size - from.size());
  }
}
