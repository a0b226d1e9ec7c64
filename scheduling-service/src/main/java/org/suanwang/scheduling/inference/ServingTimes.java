package org.suanwang.scheduling.inference;

/**
 * For how long replicas served in each step, by how far they were from where requests come from.
 */
public final class ServingTimes {
  private final double[] roundTripSeconds;
  private final double[][] seconds;

  /**
   * Of replicas at these distances.
   *
   * @param roundTripSeconds a round trip for each distance, s
   * @param seconds for each distance, for each step: time for which replicas there served, all of
   *     them together, s
   */
  public ServingTimes(double[] roundTripSeconds, double[][] seconds) {
    if (roundTripSeconds.length == 0 || roundTripSeconds.length != seconds.length) {
      throw new IllegalArgumentException("times for each distance");
    }
    this.roundTripSeconds = roundTripSeconds.clone();
    this.seconds = seconds.clone();
  }

  /** Of replicas of which nobody knows how far they are. */
  public static ServingTimes nearby(double[] seconds) {
    return new ServingTimes(new double[1], new double[][] {seconds});
  }

  double[] roundTripSeconds() {
    return roundTripSeconds.clone();
  }

  /** Of all replicas together in each step, s. */
  public double[] total() {
    double[] total = seconds[0].clone();
    for (int d = 1; d < seconds.length; d++) {
      for (int step = 0; step < total.length; step++) {
        total[step] += seconds[d][step];
      }
    }
    return total;
  }

  /** Which part of a step's service each distance had; requests go to all replicas alike. */
  double[] shares(int step) {
    double total = 0;
    for (double[] ofDistance : seconds) {
      total += ofDistance[step];
    }
    double[] shares = new double[seconds.length];
    for (int d = 0; d < shares.length; d++) {
      shares[d] = total == 0 ? 0 : seconds[d][step] / total;
    }
    return shares;
  }
}
