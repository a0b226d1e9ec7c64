package org.suanwang.scheduling.inference;

/**
 * The requests that arrive in one step, as far as they still wait. They arrive evenly over the step
 * and are served in that order, so what waits is always the rest of it.
 */
final class Cohort {
  final long fromSeconds;
  final long stepSeconds;
  final double[] requests;
  final double busySeconds;

  /** Share that is gone, served or not. */
  double gone;

  /**
   * All of it waits.
   *
   * @param requests of each class
   * @param busySeconds of a replica that all of them take
   */
  Cohort(long fromSeconds, long stepSeconds, double[] requests, double busySeconds) {
    this.fromSeconds = fromSeconds;
    this.stepSeconds = stepSeconds;
    this.requests = requests;
    this.busySeconds = busySeconds;
  }

  /** When the first that still waits arrived, in seconds since the epoch. */
  double oldestSeconds() {
    return fromSeconds + gone * stepSeconds;
  }

  double leftSeconds() {
    return (1 - gone) * busySeconds;
  }
}
