package org.suanwang.scheduling.metrics;

/** Sums weight × seconds of intervals into equal buckets of a window, exactly. */
final class BucketSums {
  private final long windowSeconds;
  private final int buckets;
  private final long[] partial;
  private final long[] wholeChange;

  BucketSums(long windowSeconds, int buckets) {
    this.windowSeconds = windowSeconds;
    this.buckets = buckets;
    this.partial = new long[buckets];
    this.wholeChange = new long[buckets + 1];
  }

  int size() {
    return buckets;
  }

  /** Where a bucket starts; {@code size()} gives the end of the window. */
  long from(int bucket) {
    return windowSeconds * bucket / buckets;
  }

  private int bucketOf(long seconds) {
    int bucket = (int) Math.min(buckets - 1, seconds * buckets / windowSeconds);
    while (from(bucket) > seconds) {
      bucket--;
    }
    while (bucket + 1 < buckets && from(bucket + 1) <= seconds) {
      bucket++;
    }
    return bucket;
  }

  /** Adds an interval; buckets that it covers wholly are only marked at the two ends. */
  void add(long fromSeconds, long toSeconds, long weight) {
    long to = Math.min(toSeconds, windowSeconds);
    if (fromSeconds >= to) {
      return;
    }
    int first = bucketOf(fromSeconds);
    int last = bucketOf(to - 1);
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
    double[] sums = new double[buckets];
    long whole = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
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
