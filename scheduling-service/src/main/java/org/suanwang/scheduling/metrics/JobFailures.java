package org.suanwang.scheduling.metrics;

import java.util.Arrays;

/** How often what jobs held failed, and how long they then waited to start again. */
final class JobFailures {
  private final int[] counts;
  private final int[] retries;
  private final long[] waitsSince;
  private final long[] waited;
  private int all;

  JobFailures(int jobs) {
    counts = new int[jobs];
    retries = new int[jobs];
    waitsSince = new long[jobs];
    Arrays.fill(waitsSince, JobOutcomes.NEVER);
    waited = new long[jobs];
  }

  /** It failed for good. */
  void gaveUp(int job) {
    counts[job]++;
    all++;
  }

  /** It failed and waits again. */
  void failed(int job, long now) {
    counts[job]++;
    all++;
    retries[job]++;
    waitsSince[job] = now;
  }

  /** It starts again, or leaves. */
  void waitOver(int job, long now) {
    if (isWaiting(job)) {
      waited[job] += now - waitsSince[job];
      waitsSince[job] = JobOutcomes.NEVER;
    }
  }

  /** Whether it waits to start again after a failure. */
  boolean isWaiting(int job) {
    return waitsSince[job] != JobOutcomes.NEVER;
  }

  int all() {
    return all;
  }

  int count(int job) {
    return counts[job];
  }

  /** After how many failures it waited again. */
  int retries(int job) {
    return retries[job];
  }

  /** How long it waited after failures until this second. */
  long waitedSeconds(int job, long windowSeconds) {
    return waited[job] + (isWaiting(job) ? windowSeconds - waitsSince[job] : 0);
  }
}
