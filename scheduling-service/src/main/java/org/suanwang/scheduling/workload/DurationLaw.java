package org.suanwang.scheduling.workload;

import java.util.SplittableRandom;

/** How long generated jobs run. Draws go through StrictMath: the same bits on every platform. */
public sealed interface DurationLaw {
  /** One run time in seconds, at least 1. */
  long drawSeconds(SplittableRandom random);

  /**
   * The generator of the Gavel study (Narayanan et al., OSDI 2020): 60·10^U(1.5, 3) s for four jobs
   * of five, 60·10^U(3, 4) s for the fifth. Mean 16.8 h.
   */
  record GavelLogUniform() implements DurationLaw {
    @Override
    public long drawSeconds(SplittableRandom random) {
      boolean isShort = Draws.uniform(random) < 0.8;
      double exponent = isShort ? 1.5 + 1.5 * Draws.uniform(random) : 3 + Draws.uniform(random);
      return Draws.wholeSeconds(60 * StrictMath.pow(10, exponent));
    }
  }

  /**
   * Lognormal run times.
   *
   * @param medianSeconds half of the jobs are shorter
   * @param sigma standard deviation of the logarithm
   */
  record Lognormal(double medianSeconds, double sigma) implements DurationLaw {
    @Override
    public long drawSeconds(SplittableRandom random) {
      double factor = StrictMath.exp(sigma * Draws.normal(random));
      return Draws.wholeSeconds(medianSeconds * factor);
    }
  }

  /**
   * Exponential run times, for queues with a closed form.
   *
   * @param meanSeconds mean
   */
  record Exponential(double meanSeconds) implements DurationLaw {
    @Override
    public long drawSeconds(SplittableRandom random) {
      return Draws.wholeSeconds(Draws.exponential(random, meanSeconds));
    }
  }

  /**
   * All run times equal.
   *
   * @param seconds the run time
   */
  record Constant(long seconds) implements DurationLaw {
    @Override
    public long drawSeconds(SplittableRandom random) {
      return seconds;
    }
  }
}
