package org.suanwang.market.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values by their rank. From kept values it is exact: the histogram says in which cell a rank lies,
 * and only the values of that cell are sorted. Without them the rank's place in its cell stands for
 * the value, which errs by {@link LogLinearHistogram#ERROR} at most.
 */
final class OrderStatistics {
  private final long count;
  private final Map<Integer, LogLinearHistogram.Cell> cells = new HashMap<>();
  private final List<LogLinearHistogram.Cell> rising = new ArrayList<>();
  private final Map<Integer, double[]> sorted = new HashMap<>();
  private final boolean exact;

  /**
   * The order of values.
   *
   * @param values all of them, and what is not finite among them is passed over; null when they
   *     were not kept
   * @param probabilities whose quantiles will be asked for
   */
  OrderStatistics(
      LogLinearHistogram histogram, double @Nullable [] values, List<Double> probabilities) {
    this.count = histogram.total();
    this.exact = values != null;
    histogram.visit(rising::add);
    if (values != null && count > 0) {
      var wanted = new TreeSet<Integer>();
      for (double p : probabilities) {
        wanted.add(cell((long) Math.floor(rank(p))).number());
        wanted.add(cell((long) Math.ceil(rank(p))).number());
      }
      rising.stream()
          .filter(c -> wanted.contains(c.number()))
          .forEach(c -> cells.put(c.number(), c));
      collect(values);
    }
  }

  /** The rank, from 0, between whose neighbours a quantile lies (Hyndman and Fan 1996, type 7). */
  private double rank(double probability) {
    return probability * (count - 1);
  }

  private LogLinearHistogram.Cell cell(long rank) {
    int low = 0;
    int high = rising.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (rising.get(middle).before() <= rank) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return rising.get(low);
  }

  private void collect(double[] values) {
    int lowest = rising.getFirst().number();
    int[] slot = new int[rising.getLast().number() - lowest + 1];
    double[][] members = new double[cells.size()][];
    int[] sizes = new int[cells.size()];
    int next = 0;
    for (LogLinearHistogram.Cell cell : cells.values()) {
      members[next] = new double[(int) cell.count()];
      sorted.put(cell.number(), members[next]);
      slot[cell.number() - lowest] = ++next;
    }
    for (double value : values) {
      int at = LogLinearHistogram.number(value) - lowest;
      if (at >= 0 && at < slot.length && slot[at] > 0) {
        int s = slot[at] - 1;
        members[s][sizes[s]++] = value;
      }
    }
    sorted.values().forEach(Arrays::sort);
  }

  /** The quantile of one of the probabilities named before; NaN when there are no values. */
  double quantile(double probability) {
    if (count == 0) {
      return Double.NaN;
    }
    double rank = rank(probability);
    long below = (long) Math.floor(rank);
    double low = value(below);
    return rank == below ? low : low + (rank - below) * (value(below + 1) - low);
  }

  private double value(long rank) {
    LogLinearHistogram.Cell cell = cell(rank);
    if (exact) {
      double[] members = Objects.requireNonNull(sorted.get(cell.number()));
      return members[(int) (rank - cell.before())];
    }
    double place = (rank - cell.before() + 0.5) / cell.count();
    return cell.low() + place * (cell.high() - cell.low());
  }
}
