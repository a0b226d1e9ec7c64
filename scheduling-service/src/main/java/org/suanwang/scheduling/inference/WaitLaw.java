package org.suanwang.scheduling.inference;

/**
 * How long requests wait for one of several equal places: some not at all, the others
 * exponentially.
 *
 * @param delayed share of the requests that wait
 * @param meanSeconds over all requests
 */
record WaitLaw(double delayed, double meanSeconds) {
  static final WaitLaw NONE = new WaitLaw(0, 0);

  /** Up to here the closed forms are taken; above they grow without end. */
  private static final double UTILISATION_MAX = 1 - 1e-9;

  /**
   * Of a queue with Poisson arrivals before {@code places} places: Sakasegawa's closed form (Annals
   * of the Institute of Statistical Mathematics 29, 1977) with the variability of Allen and Cunneen
   * as in Whitt (Production and Operations Management 2, 1993). Exact for one place: Pollaczek and
   * Khinchine.
   *
   * <p>Near saturation a step is too short for the wait of a steady state. There it is at most that
   * of a queue which begins empty and whose load is just its capacity: a Brownian motion reflected
   * at 0 (Harrison 1985), on average over the step.
   *
   * @param utilisation of the places, 0 to 1
   * @param holdSeconds for which a place is held, mean
   * @param holdSquare second moment of that
   * @param stepSeconds length of the step
   */
  static WaitLaw of(
      double places,
      double utilisation,
      double holdSeconds,
      double holdSquare,
      double stepSeconds) {
    if (utilisation <= 0 || holdSeconds <= 0) {
      return NONE;
    }
    double used = Math.min(utilisation, UTILISATION_MAX);
    double delayed = StrictMath.pow(used, Math.sqrt(2 * (places + 1)) - 1);
    double variability = holdSquare / (holdSeconds * holdSeconds) / 2;
    double steady = delayed / (places * (1 - used)) * holdSeconds * variability;
    double arrivals = used * places / holdSeconds;
    double spread = Math.sqrt(arrivals * holdSquare * 2 * stepSeconds / StrictMath.PI);
    return new WaitLaw(delayed, Math.min(steady, spread * 2 / 3 / places));
  }

  /** The same with only this share of the requests that wait. */
  WaitLaw times(double share) {
    return new WaitLaw(delayed * share, meanSeconds * share);
  }

  /** One wait after the other. */
  WaitLaw and(WaitLaw other) {
    return new WaitLaw(1 - (1 - delayed) * (1 - other.delayed), meanSeconds + other.meanSeconds);
  }

  /** Share of the requests that wait no longer than this. */
  double within(double seconds) {
    if (seconds < 0) {
      return 0;
    }
    return meanSeconds == 0 ? 1 : 1 - delayed * StrictMath.exp(-seconds * delayed / meanSeconds);
  }
}
