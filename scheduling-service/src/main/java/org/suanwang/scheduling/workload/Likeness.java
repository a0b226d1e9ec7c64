package org.suanwang.scheduling.workload;

/**
 * Whom generated jobs are like, and where in the week they begin.
 *
 * @param cluster whose statistics they are fitted to
 * @param epochSecondOfWeek what second of the week second 0 is, from Monday 0 h
 */
public record Likeness(FittedCluster cluster, long epochSecondOfWeek) {
  private static final long HOUR_SECONDS = 3600;

  /**
   * When the next job comes: a Poisson process whose rate follows the hours of the week.
   *
   * @param at seconds since the epoch
   * @param meanHourSeconds how long it would take in hours of mean weight
   */
  double after(double at, double meanHourSeconds) {
    double left = meanHourSeconds;
    double now = at;
    while (now < WorkloadLimits.SECONDS_MAX) {
      double inWeek = now + epochSecondOfWeek;
      long hour = (long) (inWeek / HOUR_SECONDS);
      double weight = cluster.hourWeights().get((int) (hour % FittedCluster.WEEK_HOURS));
      double hourLeft = (hour + 1) * HOUR_SECONDS - inWeek;
      if (left <= hourLeft * weight) {
        return now + left / weight;
      }
      left -= hourLeft * weight;
      // One hour on, and never the same instant again for want of digits.
      now = Math.max(Math.nextUp(now), (hour + 1) * HOUR_SECONDS - (double) epochSecondOfWeek);
    }
    return WorkloadLimits.SECONDS_MAX;
  }
}
