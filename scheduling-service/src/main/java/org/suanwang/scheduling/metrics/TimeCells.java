package org.suanwang.scheduling.metrics;

import java.util.Arrays;

/**
 * Adds up weight × seconds of a number that changes with time, without knowing how long the window
 * will be: in cells of one second, which are joined in pairs whenever the time goes beyond the
 * last. So memory is bounded, sums over all of the time are exact, and so are those over parts of
 * it for the first twelve days; later, a part that begins inside a cell has its share of the cell.
 */
final class TimeCells {
  private static final int CELLS = 1 << 20;

  private long[] sums = new long[1 << 10];
  private long width = 1;
  private long now;

  /** The number was this from when it was told last until then. */
  void hold(long weight, long untilSeconds) {
    while (untilSeconds > width * sums.length) {
      grow();
    }
    while (now < untilSeconds) {
      int cell = (int) (now / width);
      long end = Math.min(untilSeconds, (cell + 1) * width);
      sums[cell] += weight * (end - now);
      now = end;
    }
  }

  private void grow() {
    if (sums.length < CELLS) {
      sums = Arrays.copyOf(sums, sums.length * 2);
      return;
    }
    int half = sums.length / 2;
    for (int i = 0; i < half; i++) {
      sums[i] = sums[2 * i] + sums[2 * i + 1];
    }
    Arrays.fill(sums, half, sums.length, 0);
    width *= 2;
  }

  /** Until when it was told. */
  long seconds() {
    return now;
  }

  /** The mean over all of the time; 0 when there was none. */
  double mean() {
    long sum = 0;
    for (long cell : sums) {
      sum += cell;
    }
    return now == 0 ? 0 : (double) sum / now;
  }

  /** Sums weight × seconds of the time before, in two parts: whole cells, and one in part. */
  private static final class Before {
    private int cells;
    private long whole;
    private double part;
  }

  private void advance(Before before, long seconds) {
    int cell = (int) (seconds / width);
    while (before.cells < cell) {
      before.whole += sums[before.cells++];
    }
    long into = seconds - cell * width;
    before.part = into == 0 ? 0 : sums[cell] * ((double) into / width);
  }

  /** The means over buckets of a window that is not longer than the time. */
  double[] means(Buckets buckets) {
    double[] means = new double[buckets.count()];
    Before before = new Before();
    for (int i = 0; i < means.length; i++) {
      long whole = before.whole;
      double part = before.part;
      long to = buckets.from(i + 1);
      advance(before, to);
      means[i] = (before.whole - whole + (before.part - part)) / (to - buckets.from(i));
    }
    return means;
  }
}
