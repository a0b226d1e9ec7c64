package org.suanwang.market.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.program.Program;

class CopulaTest {
  private static final int BLOCKS = 128;
  private static final List<String> KEYS = List.of("a", "b", "c");

  @ParameterizedTest
  @ValueSource(doubles = {-0.9, -0.3, 0.5, 0.95})
  void drawnRanks_haveTheCorrelationAskedFor(double coefficient) {
    double[][] drawn = draw(List.of(correlation("a", "c", coefficient)));
    assertThat(spearman(drawn[0], drawn[2])).isCloseTo(coefficient, within(0.01));
    assertThat(spearman(drawn[0], drawn[1])).isCloseTo(0, within(0.01));
    for (double[] coordinate : drawn) {
      assertThat(Arrays.stream(coordinate).average().orElseThrow()).isCloseTo(0.5, within(0.005));
    }
  }

  private static RankCorrelation correlation(String first, String second, double coefficient) {
    return new RankCorrelation(first, second, coefficient, "test", new Origin("test", 1));
  }

  private static double[][] draw(List<RankCorrelation> correlations) {
    Copula copula = new Copula(KEYS, CorrelationMatrix.of(KEYS, correlations, false));
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
      List.of(correlation("a", "b", 0.9), correlation("b", "c", 0.9), correlation("a", "c", -0.9));

  @Test
  void impossibleTriple_isRefusedWithItsEigenvalueAndAPair() {
    assertThatThrownBy(() -> CorrelationMatrix.of(KEYS, IMPOSSIBLE, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("smallest eigenvalue -0.8")
        .hasMessageContaining("positive definite")
        .hasMessageContaining("stand against the others");
  }

  @Test
  void repair_isTheNearestAndIsTold() {
    CorrelationMatrix matrix = CorrelationMatrix.of(KEYS, IMPOSSIBLE, true);
    assertThat(matrix.repairs()).hasSize(3);
    assertThat(matrix.repairs())
        .allSatisfy(
            repair -> {
              assertThat(Math.abs(repair.used())).isLessThan(Math.abs(repair.asked()));
              assertThat(Math.signum(repair.used())).isEqualTo(Math.signum(repair.asked()));
            });
  }

  @Test
  void unsoundCorrelations_areAllTold() {
    List<RankCorrelation> correlations =
        List.of(
            correlation("a", "bb", 0.5),
            correlation("a", "a", 0.5),
            correlation("a", "b", 1),
            correlation("b", "a", Double.NaN));
    assertThatThrownBy(() -> CorrelationMatrix.of(KEYS, correlations, true))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.violations()).hasSize(5))
        .hasMessageContaining("use one of [a, b, c]")
        .hasMessageContaining("each pair once");
  }
}
