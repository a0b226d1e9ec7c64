package org.suanwang.scheduling.bench;

import org.apache.commons.rng.core.source32.MersenneTwister;

/** What Python's generator of random numbers gives under a seed of at least 0. */
final class PythonDraws {
  private final MersenneTwister random;

  PythonDraws(int seed) {
    random = new MersenneTwister(new int[] {seed});
  }

  /** 53 bits, from two numbers of 32. */
  double uniform(double low, double high) {
    int upper = random.nextInt() >>> 5;
    int lower = random.nextInt() >>> 6;
    return low + (high - low) * ((upper * 0x1p26 + lower) / 0x1p53);
  }

  /** As many upper bits as the bound needs, again until they are below it. */
  int below(int bound) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
    int drawn;
    do {
      drawn = random.nextInt() >>> (Integer.SIZE - bits);
    } while (drawn >= bound);
    return drawn;
  }

  /** Puts numbers into random order, the last first. */
  void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int moved = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = moved;
    }
  }
}
