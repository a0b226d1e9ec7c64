package org.suanwang.scheduling.simulation;

/** A run reached a limit before its end. */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private LimitExceededException(String message) {
    super(message);
  }

  /** A run takes longer than it may. */
  public static LimitExceededException ofTime(long secondsMax, long second) {
    return new LimitExceededException(
        ("not at its end after %d s, the longest that this service works on one simulation, but at"
                + " second %d of simulated time: give a smaller policy.depth, a horizonDays or fewer"
                + " jobs, or have SUANWANG_SIMULATION_SECONDS_MAX raised")
            .formatted(secondsMax, second));
  }

  static LimitExceededException of(long eventsMax, long second, long outages) {
    String what = "more than " + eventsMax + " events at second " + second;
    return new LimitExceededException(
        outages == 0
            ? what + ": give more eventsMax, a horizonDays or fewer jobs"
            : what
                + ", "
                + outages
                + " outages among them; a job that needs much longer than failures leave it may"
                + " never end: give checkpoint.intervalSeconds, outages.retriesMax, a longer"
                + " mtbfHours or a horizonDays, or more eventsMax");
  }
}
