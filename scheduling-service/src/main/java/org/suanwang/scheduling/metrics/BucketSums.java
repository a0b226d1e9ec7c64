package org.suanwang.scheduling.metrics;

/** Sums weight × seconds of intervals into equal buckets of a window, exactly. */
final class BucketSums {
  private final Buckets buckets;
  private final long[] partial;
  private final long[] wholeChange;

  BucketSums(long windowSeconds, int buckets) {
    this.buckets = new Buckets(windowSeconds, buckets);
    this.partial = new long[buckets];
    this.wholeChange = new long[buckets + 1];
  }

  int size() {
    return buckets.count();
  }

  /** Where a bucket starts; {@code size()} gives the end of the window. */
  long from(int bucket) {
    return buckets.from(bucket);
  }

  /** Adds an interval; buckets that it covers wholly are only marked at the two ends. */
  void add(long fromSeconds, long toSeconds, long weight) {
    long to = Math.min(toSeconds, buckets.windowSeconds());
    if (fromSeconds >= to) {
      return;
    }
    int first = buckets.at(fromSeconds);
    int last = buckets.at(to - 1);
    if (first == last) {
      partial[first] += weight * (to - fromSeconds);
      return;
    }
    partial[first] += weight * (from(first + 1) - fromSeconds);
    partial[last] += weight * (to - from(last));
    wholeChange[first + 1] += weight;
    wholeChange[last] -= weight;
  }

  /** The sums of all buckets. */
  double[] sums() {
    double[] sums = new double[size()];
    long whole = 0;
    for (int bucket = 0; bucket < sums.length; bucket++) {
      whole += wholeChange[bucket];
      sums[bucket] = partial[bucket] + whole * (double) (from(bucket + 1) - from(bucket));
    }
    return sums;
  }

  /** Mean weight over a bucket. */
  double mean(int bucket) {
    long whole = 0;
    for (int i = 0; i <= bucket; i++) {
      whole += wholeChange[i];
    }
    return whole + (double) partial[bucket] / (from(bucket + 1) - from(bucket));
  }
}
