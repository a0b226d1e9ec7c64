package org.suanwang.scheduling.inference;

import java.util.SplittableRandom;

/** Seeded requests for tests. */
final class Draws {
  private Draws() {}

  private static double exponential(SplittableRandom random, double mean) {
    return -mean * StrictMath.log1p(-(random.nextLong() >>> 11) * 0x1.0p-53);
  }

  /** Poisson arrivals with exponential lengths, rounded up. */
  static RequestTable exponential(
      long seed, int requests, double perSecond, double prompt, double answer) {
    SplittableRandom random = new SplittableRandom(seed);
    var builder = new RequestTable.Builder();
    double at = 0;
    for (int i = 0; i < requests; i++) {
      at += exponential(random, 1e6 / perSecond);
      builder.add(
          (long) at,
          (int) Math.ceil(exponential(random, prompt)),
          (int) Math.ceil(exponential(random, answer)));
    }
    return builder.build();
  }

  /** Poisson arrivals with the lengths of a class. */
  static RequestTable of(long seed, int requests, double perSecond, RequestClass lengths) {
    SplittableRandom random = new SplittableRandom(seed);
    var builder = new RequestTable.Builder();
    double at = 0;
    for (int i = 0; i < requests; i++) {
      at += exponential(random, 1e6 / perSecond);
      builder.add((long) at, draw(random, lengths.prompt()), draw(random, lengths.answer()));
    }
    return builder.build();
  }

  private static int draw(SplittableRandom random, TokenLengths lengths) {
    int size = lengths.points().size();
    return (int)
        Math.round(lengths.points().get((int) ((random.nextLong() >>> 11) * 0x1.0p-53 * size)));
  }
}
