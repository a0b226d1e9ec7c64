package org.suanwang.market.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTableTest {
  /** At every knot the distribution function leads back to the probability. */
  @ParameterizedTest
  @CsvSource({
    "2, 3",
    "1.8, 4.2",
    "1, 5",
    "5, 1",
    "0.5, 0.5",
    "0.05, 0.05",
    "0.06, 900",
    "40, 0.3",
    "10000, 10000",
    "10000, 0.05",
    "3, 10000"
  })
  void inverse_isThatOfTheDistributionFunction(double alpha, double beta) {
    BetaDistribution distribution = BetaDistribution.of(alpha, beta);
    BetaTable table = BetaTable.of(alpha, beta);
    double before = -1;
    for (double p = BetaTable.TAIL; p <= 0.5; p *= 2) {
      double x = table.at(p);
      assertThat(x).isGreaterThanOrEqualTo(before);
      // Where a value is within a rounding of 1, its probability is not told by its digits.
      if (x < 1 - 1e-9) {
        assertThat(distribution.cumulativeProbability(x) / p).isCloseTo(1, within(1e-9));
      }
      before = x;
    }
  }

  @Test
  void sameShapes_areMadeOnce_andForgottenWhenOthersAreUsed() {
    BetaTable first = BetaTable.of(2.25, 3.75);
    assertThat(BetaTable.of(2.25, 3.75)).isSameAs(first);
    assertThat(BetaTable.of(3.75, 2.25)).isNotSameAs(first);
    for (int i = 0; i < 130; i++) {
      BetaTable.of(5 + i, 5);
    }
    BetaTable again = BetaTable.of(2.25, 3.75);
    assertThat(again).isNotSameAs(first);
    assertThat(again.at(0.3)).isEqualTo(first.at(0.3));
  }
}
