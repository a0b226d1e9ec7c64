package org.suanwang.scheduling.metrics;

import java.util.Arrays;

/**
 * How often what jobs held failed, and how long they then waited to start again. It takes no memory
 * until something fails.
 */
final class JobFailures {
  private static final int[] NONE = {};
  private static final long[] NEVER = {};

  private final int jobs;
  private int[] counts = NONE;
  private int[] retries = NONE;
  private long[] waitsSince = NEVER;
  private long[] waited = NEVER;

  JobFailures(int jobs) {
    this.jobs = jobs;
  }

  private boolean hasAny() {
    return counts.length > 0;
  }

  private void count(int job, boolean isRetried) {
    if (!hasAny()) {
      counts = new int[jobs];
      retries = new int[jobs];
      waitsSince = new long[jobs];
      Arrays.fill(waitsSince, JobOutcomes.NEVER);
      waited = new long[jobs];
    }
    counts[job]++;
    retries[job] += isRetried ? 1 : 0;
  }

  /** It failed for good. */
  void gaveUp(int job) {
    count(job, false);
  }

  /** It failed and waits again. */
  void failed(int job, long now) {
    count(job, true);
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
    return hasAny() && waitsSince[job] != JobOutcomes.NEVER;
  }

  int count(int job) {
    return hasAny() ? counts[job] : 0;
  }

  /** After how many failures it waited again. */
  int retries(int job) {
    return hasAny() ? retries[job] : 0;
  }

  /** How long it waited after failures until this second. */
  long waitedSeconds(int job, long windowSeconds) {
    if (!hasAny()) {
      return 0;
    }
    return waited[job] + (isWaiting(job) ? windowSeconds - waitsSince[job] : 0);
  }
}
