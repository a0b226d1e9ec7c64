package org.suanwang.scheduling.rounds;

/**
 * A share of every device type in proportion to how many there are of it: of as much time for each
 * job as makes the time of their devices equal, but no more than all of its time.
 */
final class EqualShares {
  private EqualShares() {}

  /** A row for each job. */
  static double[][] of(ActiveJobs jobs) {
    int[] widths = jobs.widths();
    double level = level(widths, jobs.devicesInAll());
    double[] times = new double[widths.length];
    for (int job = 0; job < times.length; job++) {
      times[job] = Math.min(1, level / widths[job]);
    }
    return spread(times, jobs);
  }

  /** Times over the device types in proportion to how many there are. */
  static double[][] spread(double[] times, ActiveJobs jobs) {
    double[][] shares = new double[times.length][jobs.deviceTypes()];
    for (int job = 0; job < times.length; job++) {
      for (int type = 0; type < jobs.deviceTypes(); type++) {
        shares[job][type] = times[job] * jobs.devices()[type] / jobs.devicesInAll();
      }
    }
    return shares;
  }

  /** The devices' time for each job with which all devices are used, if they can be. */
  private static double level(int[] widths, int devices) {
    double low = 0;
    double level = (double) devices / widths.length;
    while (level > low) {
      low = level;
      double capped = 0;
      int others = 0;
      for (int width : widths) {
        capped += width <= level ? width : 0;
        others += width <= level ? 0 : 1;
      }
      level = others == 0 ? low : Math.max(low, (devices - capped) / others);
    }
    return level;
  }
}
