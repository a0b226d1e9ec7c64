package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.suanwang.catalog.query.Facet.Bucket;

/** Puts numbers into ten buckets. */
final class Histogram {
  static final int BUCKETS = 10;

  /** From this ratio on the widths grow with the numbers, else all would lie in the first. */
  private static final double RATIO_MIN = 100;

  private static final MathContext EDGE = new MathContext(6);

  private Histogram() {}

  static Facet.Numbers of(NumberField field, NumberColumn column, long[] members) {
    long[] with = Bits.both(members, column.known());
    int known = Bits.count(with);
    int unknown = Bits.count(members) - known;
    return new Facet.Numbers(field, known, unknown, buckets(column, with, field.isDate()));
  }

  private static List<Bucket> buckets(NumberColumn column, long[] members, boolean isWhole) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int p = Bits.next(members, 0); p >= 0; p = Bits.next(members, p + 1)) {
      min = Math.min(min, column.value(p));
      max = Math.max(max, column.value(p));
    }
    if (min >= max) {
      return min == max ? List.of(new Bucket(min, max, Bits.count(members))) : List.of();
    }
    double[] edges = edges(min, max, isWhole);
    int[] counts = new int[BUCKETS];
    for (int p = Bits.next(members, 0); p >= 0; p = Bits.next(members, p + 1)) {
      counts[bucket(edges, column.value(p))]++;
    }
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      if (edges[i] < edges[i + 1]) {
        buckets.add(new Bucket(edges[i], edges[i + 1], counts[i]));
      }
    }
    return buckets;
  }

  private static double[] edges(double min, double max, boolean isWhole) {
    boolean isLogarithmic = !isWhole && min > 0 && max / min >= RATIO_MIN;
    double[] edges = new double[BUCKETS + 1];
    for (int i = 0; i <= BUCKETS; i++) {
      double share = (double) i / BUCKETS;
      double edge =
          isLogarithmic ? min * StrictMath.pow(max / min, share) : min + (max - min) * share;
      edges[i] = isWhole ? Math.floor(edge) : Math.clamp(rounded(edge), min, max);
    }
    edges[0] = min;
    edges[BUCKETS] = max;
    return edges;
  }

  /** Shown as it is counted by, in few digits. */
  private static double rounded(double edge) {
    return new BigDecimal(edge).round(EDGE).doubleValue();
  }

  private static int bucket(double[] edges, double number) {
    int bucket = BUCKETS - 1;
    while (bucket > 0 && number < edges[bucket]) {
      bucket--;
    }
    return bucket;
  }
}
