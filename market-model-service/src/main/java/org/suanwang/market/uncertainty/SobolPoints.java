package org.suanwang.market.uncertainty;

import java.util.List;
import org.hipparchus.random.SobolSequenceGenerator;
import org.suanwang.market.program.Program;

/**
 * Sobol points with the direction numbers of S. Joe and F. Y. Kuo (2008), each batch in a random
 * scrambling of its own: nested uniform (A. B. Owen, Scrambled net variance for integrals of smooth
 * functions, 1997) by hashes (S. Laine and T. Karras, Stratified sampling for stochastic
 * transparency, 2011, with the constants of N. Vegdahl 2021). The points of a batch are even, the
 * batches independent, so that their spread tells the error. An input's coordinate is chosen by the
 * rank of its name.
 */
public final class SobolPoints implements Points {
  /** More points a batch are not told apart well enough by 32 bits. */
  public static final int BITS_MAX = 26;

  private static final double CELL = 0x1p-32;
  private static final double HALF = 0x1p31 + 0.5;

  /**
   * Of each coordinate, bit by bit of the point's number, the digits it changes; first digit last.
   */
  private final int[][] directions;

  /** Of each coordinate, the first block of points. */
  private final int[][] first;

  private final long[] seeds;

  /**
   * Points for inputs of these names.
   *
   * @param names in the order of their coordinates: sorted, so that files' order does not matter
   */
  public SobolPoints(long seed, List<String> names) {
    this.directions = directions(names.size());
    this.first = new int[names.size()][Program.BLOCK];
    this.seeds = new long[names.size()];
    for (int d = 0; d < names.size(); d++) {
      seeds[d] = Seeds.split(seed, names.get(d));
      for (int i = 0; i < Program.BLOCK; i++) {
        first[d][i] = digits(d, i);
      }
    }
  }

  /**
   * The library gives points in the order of Gray's code, in which the point 2^k is made of the
   * directions k and k - 1. It knows no points without coordinates.
   */
  private static int[][] directions(int dimensions) {
    int[][] directions = new int[dimensions][BITS_MAX + 1];
    if (dimensions == 0) {
      return directions;
    }
    var generator = new SobolSequenceGenerator(dimensions);
    for (int k = 0; k <= BITS_MAX; k++) {
      double[] point = generator.skipTo(1 << k);
      for (int d = 0; d < dimensions; d++) {
        int digits = Integer.reverse((int) (long) (point[d] * 0x1p32));
        directions[d][k] = k == 0 ? digits : digits ^ directions[d][k - 1];
      }
    }
    return directions;
  }

  private int digits(int dimension, long number) {
    int digits = 0;
    for (int k = 0; k <= BITS_MAX; k++) {
      digits ^= (number >>> k & 1) == 0 ? 0 : directions[dimension][k];
    }
    return digits;
  }

  @Override
  public void fill(int batch, long start, double[][] coordinates, int n) {
    for (int d = 0; d < seeds.length; d++) {
      long seed = Seeds.split(seeds[d], batch);
      fill(digits(d, start), first[d], (int) seed, (int) (seed >>> 32), coordinates[d], n);
    }
  }

  private static void fill(
      int base, int[] first, int seed, int other, double[] coordinates, int n) {
    int odd = (seed >>> 16) | 1;
    int otherOdd = (other >>> 16) | 1;
    for (int i = 0; i < n; i++) {
      int x = base ^ first[i];
      x ^= x * 0x3d20adea;
      x = (x + seed) * odd;
      x ^= x * 0x05526c56;
      x ^= x * 0x53a22864;
      x ^= x * 0x3d20adea;
      x = (x + other) * otherOdd;
      x ^= x * 0x05526c56;
      x ^= x * 0x53a22864;
      // Signed, with the first digit turned over, because that converts in fewer instructions.
      coordinates[i] = ((Integer.reverse(x) ^ Integer.MIN_VALUE) + HALF) * CELL;
    }
  }
}
