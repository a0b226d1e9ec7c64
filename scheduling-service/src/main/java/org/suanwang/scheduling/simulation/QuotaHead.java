package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.cycle.QuotaObstacles;

/**
 * A job that quotas keep from starting, the time at which they are expected to let it, and the
 * books of quotas as they will be then.
 */
final class QuotaHead {
  private final JobQuotas books;
  private final QuotaObstacles obstacles;
  private int job = QueueService.NOBODY;
  private long time;

  /** Nobody's yet. */
  QuotaHead(JobQuotas books, QuotaObstacles obstacles) {
    this.books = books;
    this.obstacles = obstacles;
  }

  int job() {
    return job;
  }

  void setJob(int newJob) {
    job = newJob;
  }

  long time() {
    return time;
  }

  void setTime(long seconds) {
    time = seconds;
  }

  JobQuotas books() {
    return books;
  }

  /** Comes back to the present. */
  void begin(JobQuotas now) {
    books.copy(now);
  }

  /** Whether quotas let the job start by these books. */
  boolean isOpen() {
    return !obstacles.isBarred(job);
  }
}
