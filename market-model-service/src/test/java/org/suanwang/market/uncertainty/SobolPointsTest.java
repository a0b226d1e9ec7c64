package org.suanwang.market.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.suanwang.market.program.Program;

class SobolPointsTest {
  private static final List<String> KEYS = List.of("a", "b", "c", "d", "e");
  private static final int BITS = 9;

  /** Of 2^9 points, each of 2^9 equal slices of each coordinate holds one, however scrambled. */
  @Test
  void eachCoordinate_isPerfectlyEven() {
    for (int batch = 0; batch < Points.BATCHES; batch++) {
      double[][] points = new double[KEYS.size()][Program.BLOCK];
      new SobolPoints(batch, KEYS).fill(batch, 3L * Program.BLOCK, points, Program.BLOCK);
      for (double[] coordinate : points) {
        boolean[] held = new boolean[1 << BITS];
        for (double x : coordinate) {
          assertThat(x).isBetween(0.0, 1.0);
          held[(int) (x * held.length)] = true;
        }
        assertThat(held).doesNotContain(false);
      }
    }
  }

  /** Owen's scrambling keeps the net: what shares its first digits in two points still does. */
  @Test
  void scrambledPoints_areAsEvenInPairsAsTheLibrarys() {
    double[][] ours = new double[KEYS.size()][Program.BLOCK];
    new SobolPoints(1, KEYS).fill(0, 0, ours, Program.BLOCK);
    var library = new SobolSequenceGenerator(KEYS.size());
    double[][] theirs = new double[KEYS.size()][Program.BLOCK];
    for (int i = 0; i < Program.BLOCK; i++) {
      double[] point = library.nextVector();
      for (int d = 0; d < point.length; d++) {
        theirs[d][i] = point[d];
      }
    }
    for (int d = 1; d < KEYS.size(); d++) {
      for (int bits = 1; bits < BITS; bits++) {
        assertThat(boxesHeld(ours[d - 1], ours[d], bits))
            .isEqualTo(boxesHeld(theirs[d - 1], theirs[d], bits));
      }
    }
  }

  /** How many of 2^9 boxes, so many bits wide and the rest high, hold a point. */
  private static long boxesHeld(double[] x, double[] y, int bits) {
    boolean[] held = new boolean[1 << BITS];
    long count = 0;
    for (int i = 0; i < x.length; i++) {
      int box = ((int) (x[i] * (1 << bits)) << (BITS - bits)) + (int) (y[i] * (1 << (BITS - bits)));
      count += held[box] ? 0 : 1;
      held[box] = true;
    }
    return count;
  }
}
