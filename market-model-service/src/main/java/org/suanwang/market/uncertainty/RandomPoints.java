package org.suanwang.market.uncertainty;

import java.util.List;
import org.apache.commons.rng.core.source64.XoRoShiRo128PlusPlus;
import org.suanwang.market.program.Program;

/**
 * Pseudo-random points: each block of each input has its own generator (XoRoShiRo128++, Blackman
 * and Vigna 2019), seeded by the seed, the input's name and the block's number. So neither threads
 * nor the order of inputs change a bit, and a longer run begins with the points of a shorter one.
 */
public final class RandomPoints implements Points {
  private static final double CELL = 0x1p-52;

  private final long[] seeds;

  /** Points for inputs of these names. */
  public RandomPoints(long seed, List<String> names) {
    this.seeds = names.stream().mapToLong(name -> Seeds.split(seed, name)).toArray();
  }

  @Override
  public void fill(int batch, long start, double[][] coordinates, int n) {
    long block = start / Program.BLOCK;
    for (int d = 0; d < seeds.length; d++) {
      long seed = Seeds.split(seeds[d], block);
      fill(new XoRoShiRo128PlusPlus(Seeds.split(seed, 0), Seeds.split(seed, 1)), coordinates[d], n);
    }
  }

  /** The middles of 2^52 equal cells, so that neither 0 nor 1 is drawn. */
  private static void fill(XoRoShiRo128PlusPlus generator, double[] coordinates, int n) {
    for (int i = 0; i < n; i++) {
      coordinates[i] = ((generator.nextLong() >>> 12) + 0.5) * CELL;
    }
  }
}
