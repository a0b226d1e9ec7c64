package org.suanwang.scheduling.metrics;

/**
 * A window cut into parts of equal length, but for the seconds of rounding.
 *
 * @param windowSeconds its length, not less than the count
 * @param count how many there are, at least one
 */
record Buckets(long windowSeconds, int count) {
  /** Where a bucket starts; the count gives the end of the window. */
  long from(int bucket) {
    return windowSeconds * bucket / count;
  }

  /** The bucket in which a second of the window lies. */
  int at(long seconds) {
    int bucket = (int) Math.min(count - 1, seconds * count / windowSeconds);
    while (from(bucket) > seconds) {
      bucket--;
    }
    while (bucket + 1 < count && from(bucket + 1) <= seconds) {
      bucket++;
    }
    return bucket;
  }
}
