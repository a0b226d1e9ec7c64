package org.suanwang.scheduling.rounds;

/**
 * A job.
 *
 * @param type row of the throughput matrix
 * @param arrivalSeconds when it comes
 * @param steps its work
 */
public record RoundJob(int type, double arrivalSeconds, double steps) {
  public RoundJob {
    if (type < 0 || !(arrivalSeconds >= 0) || !(steps > 0) || !(steps < 1e15)) {
      throw new IllegalArgumentException("a job has a type, a time of arrival and work");
    }
  }
}
