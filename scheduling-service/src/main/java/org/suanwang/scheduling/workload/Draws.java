package org.suanwang.scheduling.workload;

import java.util.SplittableRandom;

/**
 * Draws from the laws a generator needs. Built on {@code nextLong} and StrictMath only, because
 * those give the same bits on every JDK and in a native image.
 */
public final class Draws {
  /** 2⁶⁴ ÷ the golden ratio, made odd. */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Draws() {}

  /** Uniform on [0, 1), 53 bits. */
  public static double uniform(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform on 0 … bound−1. */
  public static int index(SplittableRandom random, int bound) {
    return (int) (uniform(random) * bound);
  }

  /** Exponential with this mean. */
  public static double exponential(SplittableRandom random, double mean) {
    return -mean * StrictMath.log1p(-uniform(random));
  }

  /** Standard normal, Box and Muller 1958. */
  public static double normal(SplittableRandom random) {
    double radius = StrictMath.sqrt(exponential(random, 2));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform(random));
  }

  /** The place in cumulative weights where a uniform draw falls. */
  public static int weighted(SplittableRandom random, double[] cumulativeWeights) {
    double at = uniform(random) * cumulativeWeights[cumulativeWeights.length - 1];
    int i = 0;
    while (i < cumulativeWeights.length - 1 && at >= cumulativeWeights[i]) {
      i++;
    }
    return i;
  }

  /** All numbers below {@code size} in an order drawn from a seed (Durstenfeld 1964). */
  public static int[] shuffled(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = index(random, i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /**
   * 64 random bits that belong to a seed and two numbers, whatever else was drawn: SplitMix64 of
   * Steele et al., OOPSLA 2014, with its counter in two parts.
   */
  public static long bits(long seed, long first, long second) {
    return mixed(mixed(seed + first * GOLDEN_GAMMA) + second * GOLDEN_GAMMA);
  }

  private static long mixed(long counter) {
    return new SplittableRandom(counter).nextLong();
  }

  /** Rounded up to whole seconds within what a job may last. */
  static long wholeSeconds(double seconds) {
    return Math.clamp((long) StrictMath.ceil(seconds), 1, WorkloadLimits.SECONDS_MAX);
  }
}
