package org.suanwang.market.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.suanwang.market.parameter.Distribution;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Numeral;

/** Laws against those of Commons Statistics, which are written by others. */
class LawTest {
  private static final int STEPS = 4001;

  private static BigFraction n(String number) {
    return Numeral.parse(number);
  }

  private static Law law(Distribution distribution, Range truncation) {
    return Laws.find(new Uncertainty.Distributed(distribution, truncation, "test")).orElseThrow();
  }

  private static Law law(Distribution distribution) {
    return law(distribution, Range.ALL);
  }

  @Test
  void formulas_areThoseOfTheLibrary() {
    Map<Law, ContinuousDistribution> pairs =
        Map.of(
            law(new Distribution.Uniform(n("-2"), n("5"))),
            UniformContinuousDistribution.of(-2, 5),
            law(new Distribution.Triangular(n("5"), n("8"), n("10"))),
            TriangularDistribution.of(5, 8, 10),
            law(new Distribution.Triangular(n("5"), n("5"), n("10"))),
            TriangularDistribution.of(5, 5, 10),
            law(new Distribution.Normal(n("971"), n("97.1"))),
            NormalDistribution.of(971, 97.1),
            law(new Distribution.LogNormal(n("3"), n("2"))),
            LogNormalDistribution.of(Math.log(3), Math.log(2)));
    pairs.forEach((law, library) -> assertSame(law, library, 1e-12));
  }

  @Test
  void betas_areThoseOfTheLibraryToTheStatedError() {
    assertSame(
        law(new Distribution.Beta(n("0"), n("1"), n("2"), n("3"))),
        BetaDistribution.of(2, 3),
        1e-8);
    assertSame(
        law(new Distribution.Beta(n("0"), n("1"), n("0.5"), n("0.5"))),
        BetaDistribution.of(0.5, 0.5),
        1e-7);
    assertSame(
        law(new Distribution.Beta(n("0"), n("1"), n("40"), n("0.3"))),
        BetaDistribution.of(40, 0.3),
        1e-7);
    // PERT of 10, 20, 60 is 10 + 50 times the beta of 1.8 and 4.2.
    Law pert = law(new Distribution.Pert(n("10"), n("20"), n("60")));
    BetaDistribution beta = BetaDistribution.of(1.8, 4.2);
    assertThat(pert.inverse(0.3))
        .isCloseTo(10 + 50 * beta.inverseCumulativeProbability(0.3), within(1e-6));
    assertThat(mean(pert::inverse)).isCloseTo((10 + 4 * 20 + 60) / 6.0, within(1e-3));
  }

  private static double mean(DoubleUnaryOperator inverse) {
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += inverse.applyAsDouble((i + 0.5) / STEPS);
    }
    return sum / STEPS;
  }

  private static void assertSame(Law law, ContinuousDistribution library, double error) {
    double scale = Math.abs(library.inverseCumulativeProbability(0.9));
    for (int i = 0; i < STEPS; i++) {
      double p = (i + 0.5) / STEPS;
      double expected = library.inverseCumulativeProbability(p);
      assertThat(law.inverse(p))
          .as("%s at %s", law, p)
          .isCloseTo(expected, within(error * scale + 1e-9 * Math.abs(expected)));
      assertThat(law.cdf(expected)).isCloseTo(p, within(2e-6));
    }
  }

  @Test
  void tails_areFiniteAndRise() {
    List<Law> laws =
        List.of(
            law(new Distribution.Normal(n("0"), n("1"))),
            law(new Distribution.LogNormal(n("3"), n("2"))),
            law(new Distribution.Beta(n("0"), n("1"), n("2"), n("3"))),
            law(new Distribution.Pert(n("1"), n("1"), n("9"))));
    double[] tail = {0x1p-53, 1e-12, 1e-7, 0x1p-20, 1e-6, 0.5, 1 - 1e-6, 1 - 1e-9, 1 - 0x1p-53};
    for (Law law : laws) {
      double before = Double.NEGATIVE_INFINITY;
      for (double p : tail) {
        assertThat(law.inverse(p)).isFinite().isGreaterThanOrEqualTo(before);
        before = law.inverse(p);
      }
    }
    assertThat(laws.getFirst().inverse(1e-12)).isCloseTo(-7.034483825, within(1e-8));
  }

  @Test
  void truncatedNormal_isTheLibrarys() {
    Law law = law(new Distribution.Normal(n("1"), n("2")), new Range(n("0"), n("2.5")));
    assertSame(law, TruncatedNormalDistribution.of(1, 2, 0, 2.5), 1e-8);
    assertThat(law.inverse(0x1p-53)).isBetween(0.0, 1e-9);
  }

  @Test
  void sample_givesEachValueItsShare() {
    Law law = law(new Distribution.Sample(List.of(n("3"), n("1"), n("2"), n("2"))));
    assertThat(law.inverse(0.1)).isEqualTo(1);
    assertThat(law.inverse(0.26)).isEqualTo(2);
    assertThat(law.inverse(0.74)).isEqualTo(2);
    assertThat(law.inverse(0.99)).isEqualTo(3);
    assertThat(law.cdf(2)).isEqualTo(0.75);
  }

  @Test
  void quantiles_areJoinedByLines() {
    Law law =
        law(
            new Distribution.Quantiles(
                List.of(
                    new Distribution.Point(n("0"), n("10")),
                    new Distribution.Point(n("0.5"), n("20")),
                    new Distribution.Point(n("1"), n("60")))));
    assertThat(law.inverse(0.25)).isEqualTo(15);
    assertThat(law.inverse(0.75)).isEqualTo(40);
    assertThat(law.cdf(40)).isEqualTo(0.75);
  }
}
