package org.suanwang.scheduling.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Checkpoint;

/** Programmes of the textbooks, and corners tried one by one. */
class SimplexTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-6);

  /** 3 x + 5 y with x ≤ 4, 2 y ≤ 12 and 3 x + 2 y ≤ 18 is 36 at (2, 6); Hillier and Lieberman. */
  @Test
  void textbookProgramme_hasItsCornerAndPrices() {
    Simplex solved =
        new Simplex(
            new double[][] {{1, 0}, {0, 2}, {3, 2}},
            new double[] {4, 12, 18},
            new double[][] {{3, 5}},
            Checkpoint.NONE);
    assertThat(solved.value(0)).isCloseTo(36, NEAR);
    assertThat(solved.solution()).containsExactly(new double[] {2, 6}, NEAR);
    assertThat(solved.price(0, 0)).isCloseTo(0, NEAR);
    assertThat(solved.price(0, 1)).isCloseTo(1.5, NEAR);
    assertThat(solved.price(0, 2)).isCloseTo(1, NEAR);
  }

  @Test
  void secondObjective_choosesAmongTheBestByTheFirst() {
    double[][] constraints = {{1, 1, 0}, {0, 0, 1}};
    double[] limits = {2, 3};
    Simplex solved =
        new Simplex(constraints, limits, new double[][] {{1, 1, 0}, {-1, 1, 1}}, Checkpoint.NONE);
    assertThat(solved.solution()).containsExactly(new double[] {0, 2, 3}, NEAR);
    assertThat(solved.value(1)).isCloseTo(5, NEAR);
    Simplex against =
        new Simplex(constraints, limits, new double[][] {{1, 0, 0}, {0, 5, 1}}, Checkpoint.NONE);
    assertThat(against.solution())
        .as("no more of the second than the first leaves")
        .containsExactly(new double[] {2, 0, 3}, NEAR);
  }

  /** Beale 1955: the largest gain alone goes round in a circle here. */
  @Test
  void programmeThatCycles_isSolved() {
    Simplex solved =
        new Simplex(
            new double[][] {{0.25, -60, -1.0 / 25, 9}, {0.5, -90, -1.0 / 50, 3}, {0, 0, 1, 0}},
            new double[] {0, 0, 1},
            new double[][] {{0.75, -150, 1.0 / 50, -6}},
            Checkpoint.NONE);
    assertThat(solved.value(0)).isCloseTo(0.05, NEAR);
  }

  @Test
  void objectiveWithoutBound_isRefused() {
    assertThatThrownBy(
            () ->
                new Simplex(
                    new double[][] {{-1}}, new double[] {1}, new double[][] {{1}}, Checkpoint.NONE))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void programmesOfTwoAmounts_reachTheirBestCorner(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] constraints = new double[5][2];
    double[] limits = new double[5];
    for (int row = 0; row < 5; row++) {
      constraints[row] = new double[] {1 + random.nextInt(9), 1 + random.nextInt(9)};
      limits[row] = random.nextInt(20);
    }
    double[] objective = {1 + random.nextInt(9), 1 + random.nextInt(9)};
    double value =
        new Simplex(constraints, limits, new double[][] {objective}, Checkpoint.NONE).value(0);
    assertThat(value).isCloseTo(bestCorner(constraints, limits, objective), NEAR);
  }

  private static double bestCorner(double[][] constraints, double[] limits, double[] objective) {
    double[][] lines = new double[7][];
    double[] sides = new double[7];
    System.arraycopy(constraints, 0, lines, 0, 5);
    System.arraycopy(limits, 0, sides, 0, 5);
    lines[5] = new double[] {1, 0};
    lines[6] = new double[] {0, 1};
    double best = 0;
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < i; j++) {
        double determinant = lines[i][0] * lines[j][1] - lines[i][1] * lines[j][0];
        double x = (sides[i] * lines[j][1] - lines[i][1] * sides[j]) / determinant;
        double y = (lines[i][0] * sides[j] - sides[i] * lines[j][0]) / determinant;
        boolean isInside = determinant != 0 && x >= -1e-9 && y >= -1e-9;
        for (int row = 0; row < 5; row++) {
          isInside &= constraints[row][0] * x + constraints[row][1] * y <= limits[row] + 1e-9;
        }
        best = isInside ? Math.max(best, objective[0] * x + objective[1] * y) : best;
      }
    }
    return best;
  }
}
