package org.suanwang.scheduling.inference;

import java.util.List;

/**
 * What a replica could do by the peaks of its devices (Williams, Waterman and Patterson, CACM
 * 2009), for when nothing was measured. Prompts are bound by arithmetic, 2 FLOP a parameter and
 * token; answers by memory: every token reads all weights once for the whole batch, and the cached
 * keys and values of each sequence. The efficiencies are assumptions.
 *
 * @param parameters of the model that take part in each token
 * @param weightBytes of all weights
 * @param cacheBytesPerToken keys and values of one token, bytes
 * @param peakFlops of all devices of the replica together, FLOP/s
 * @param bandwidthBytes of all devices of the replica together, bytes per second
 * @param flopEfficiency share of the peak that is reached when prompts are read
 * @param bandwidthEfficiency share of the bandwidth that is reached when answers are written
 */
public record Roofline(
    double parameters,
    double weightBytes,
    double cacheBytesPerToken,
    double peakFlops,
    double bandwidthBytes,
    double flopEfficiency,
    double bandwidthEfficiency) {
  /** What is assumed where nothing is said: a share of the peak arithmetic. */
  public static final double FLOP_EFFICIENCY_DEFAULT = 0.5;

  /** What is assumed where nothing is said: a share of the peak bandwidth. */
  public static final double BANDWIDTH_EFFICIENCY_DEFAULT = 0.6;

  private static final double FLOP_PER_PARAMETER = 2;

  /** Seconds of arithmetic for one token. */
  public double flopSecondsPerToken() {
    return FLOP_PER_PARAMETER * parameters / (peakFlops * flopEfficiency);
  }

  /** Seconds of reading all weights once. */
  public double weightSeconds() {
    return weightBytes / (bandwidthBytes * bandwidthEfficiency);
  }

  /** Seconds of reading what is kept of one token. */
  double cacheSecondsPerToken() {
    return cacheBytesPerToken / (bandwidthBytes * bandwidthEfficiency);
  }

  /** Time of an iteration over so many tokens: the longer of arithmetic and reading the weights. */
  PerformanceCurve curve() {
    double turn = weightSeconds() / flopSecondsPerToken();
    return new PerformanceCurve(
        List.of(
            new PerformanceCurve.Point(0, weightSeconds()),
            new PerformanceCurve.Point(turn, weightSeconds()),
            new PerformanceCurve.Point(2 * turn, 2 * weightSeconds())));
  }
}
