package org.suanwang.market.bench;

import org.apache.commons.rng.core.source64.XoRoShiRo128PlusPlus;
import org.suanwang.market.distribution.StandardNormal;

/**
 * The golden case as one would write it by hand for this one model: the same generator and the same
 * inverse distribution functions, the formula in the loop, mean and standard deviation at the end.
 */
final class HandWrittenLoop {
  private static final double CELL = 0x1p-52;

  private HandWrittenLoop() {}

  /** Mean and standard deviation of so many worlds. */
  static double[] run(long worlds, long seed) {
    var generator = new XoRoShiRo128PlusPlus(seed, ~seed);
    double sum = 0;
    double squares = 0;
    for (long i = 0; i < worlds; i++) {
      double fee = fee(generator) - 700;
      sum += fee;
      squares += fee * fee;
    }
    double mean = sum / worlds;
    return new double[] {700 + mean, Math.sqrt(squares / worlds - mean * mean)};
  }

  private static double fee(XoRoShiRo128PlusPlus generator) {
    double privateCloud = 971 + 97.1 * StandardNormal.inverse(uniform(generator));
    double growth = 300.0 / 220 + (1.5 - 300.0 / 220) * uniform(generator);
    double utilisation = 0.30 + 0.10 * uniform(generator);
    double rate = triangular(uniform(generator));
    return (2442 + privateCloud) * growth * (1 - utilisation) / utilisation * rate;
  }

  private static double uniform(XoRoShiRo128PlusPlus generator) {
    return ((generator.nextLong() >>> 12) + 0.5) * CELL;
  }

  private static double triangular(double p) {
    return p < 0.6
        ? 0.05 + Math.sqrt(p * (0.05 * 0.03))
        : 0.10 - Math.sqrt((1 - p) * (0.05 * 0.02));
  }
}
