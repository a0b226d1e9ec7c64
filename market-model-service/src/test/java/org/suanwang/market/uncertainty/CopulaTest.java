package org.suanwang.market.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.program.Program;

class CopulaTest {
  private static final int BLOCKS = 128;
  private static final List<String> KEYS = List.of("a", "b", "c");

  @ParameterizedTest
  @ValueSource(doubles = {-0.9, -0.3, 0.5, 0.95})
  void drawnRanks_haveTheCorrelationAskedFor(double coefficient) {
    double[][] drawn = draw(List.of(new RankCorrelation("a", "c", coefficient)));
    assertThat(spearman(drawn[0], drawn[2])).isCloseTo(coefficient, within(0.01));
    assertThat(spearman(drawn[0], drawn[1])).isCloseTo(0, within(0.01));
    for (double[] coordinate : drawn) {
      assertThat(Arrays.stream(coordinate).average().orElseThrow()).isCloseTo(0.5, within(0.005));
    }
  }

  private static double[][] draw(List<RankCorrelation> correlations) {
    Copula copula = Copula.of(KEYS, correlations, false);
    var points = new RandomPoints(5, KEYS);
    double[][] block = new double[3][Program.BLOCK];
    double[][] all = new double[3][BLOCKS * Program.BLOCK];
    for (int b = 0; b < BLOCKS; b++) {
      points.fill(0, (long) b * Program.BLOCK, block, Program.BLOCK);
      copula.apply(block, Program.BLOCK);
      for (int d = 0; d < 3; d++) {
        System.arraycopy(block[d], 0, all[d], b * Program.BLOCK, Program.BLOCK);
      }
    }
    return all;
  }

  /** The coordinates are uniform, so that they are their own ranks. */
  private static double spearman(double[] x, double[] y) {
    double product =
        IntStream.range(0, x.length).mapToDouble(i -> (x[i] - 0.5) * (y[i] - 0.5)).sum();
    return 12 * product / x.length;
  }

  private static final List<RankCorrelation> IMPOSSIBLE =
      List.of(
          new RankCorrelation("a", "b", 0.9),
          new RankCorrelation("b", "c", 0.9),
          new RankCorrelation("a", "c", -0.9));

  @Test
  void impossibleTriple_isRefusedWithItsEigenvalueAndAPair() {
    assertThatThrownBy(() -> Copula.of(KEYS, IMPOSSIBLE, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("smallest eigenvalue -0.8")
        .hasMessageContaining("positive definite")
        .hasMessageContaining("stand against the others");
  }

  @Test
  void repair_isTheNearestAndIsTold() {
    Copula copula = Copula.of(KEYS, IMPOSSIBLE, true);
    assertThat(copula.repairs()).hasSize(3);
    assertThat(copula.repairs())
        .allSatisfy(
            repair -> {
              assertThat(Math.abs(repair.used())).isLessThan(Math.abs(repair.asked()));
              assertThat(Math.signum(repair.used())).isEqualTo(Math.signum(repair.asked()));
            });
  }

  /** The example of Higham (2002), section 1, whose nearest matrix he gives to four digits. */
  @Test
  void highamsExample_hasHisNearestMatrix() {
    double[][] asked = {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}};
    double[][] nearest = NearestCorrelation.of(MatrixUtils.createRealMatrix(asked)).getData();
    assertThat(nearest[0][1]).isCloseTo(0.7607, within(1e-4));
    assertThat(nearest[0][2]).isCloseTo(0.1573, within(1e-4));
    assertThat(nearest[1][2]).isCloseTo(0.7607, within(1e-4));
  }

  @Test
  void unsoundCorrelations_areAllTold() {
    List<RankCorrelation> correlations =
        List.of(
            new RankCorrelation("a", "bb", 0.5),
            new RankCorrelation("a", "a", 0.5),
            new RankCorrelation("a", "b", 1),
            new RankCorrelation("b", "a", Double.NaN));
    assertThatThrownBy(() -> Copula.of(KEYS, correlations, true))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.violations()).hasSize(5))
        .hasMessageContaining("did you mean \"b\"?")
        .hasMessageContaining("each pair once");
  }
}
