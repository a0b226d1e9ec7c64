package org.suanwang.market.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suanwang.market.distribution.StandardNormal;

class EnsembleTest {
  @Test
  void singleValue_isScoredByItsAbsoluteError() {
    Ensemble ensemble = Ensemble.of(new double[] {520});
    assertThat(ensemble.crps(1085)).isEqualTo(565);
    assertThat(ensemble.pit(1085)).isEqualTo(1);
    assertThat(ensemble.pit(520)).isEqualTo(0.5);
    assertThat(ensemble.quantile(0.05)).isEqualTo(520);
  }

  /** Mean distance (3 + 1 + 2) / 3, less half of the mean distance of the nine pairs, 20 / 9. */
  @Test
  void threeValues_areScoredAsByHand() {
    Ensemble ensemble = Ensemble.of(new double[] {6, 1, 3});
    assertThat(ensemble.crps(4)).isEqualTo(2 - 10.0 / 9, within(1e-14));
    assertThat(ensemble.pit(4)).isEqualTo(2.0 / 3, within(1e-14));
    assertThat(ensemble.pit(3)).isEqualTo(0.5, within(1e-14));
    assertThat(ensemble.mean()).isEqualTo(10.0 / 3, within(1e-14));
    assertThat(ensemble.quantile(0.25)).isEqualTo(2);
  }

  /** Closed form of Gneiting and Raftery (2007), equation 20's normal case. */
  @Test
  void normalForecast_hasTheScoreOfTheClosedForm() {
    int count = 20_001;
    double[] values =
        IntStream.range(0, count)
            .mapToDouble(i -> 10 + 2 * StandardNormal.inverse((i + 0.5) / count))
            .toArray();
    for (double realised : new double[] {4, 10, 11.5, 20}) {
      double z = (realised - 10) / 2;
      double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      double closed =
          2 * (z * (2 * below(values, realised) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
      assertThat(Ensemble.of(values).crps(realised)).isEqualTo(closed, within(2e-3));
    }
  }

  private static double below(double[] values, double realised) {
    return Ensemble.of(values).pit(realised);
  }

  @Test
  void rightForecast_scoresBetterThanOneThatIsTooSureOrTooVague() {
    var random = new SplittableRandom(5);
    double[] standard = normal(1);
    double[] sure = normal(0.3);
    double[] vague = normal(3);
    double[] scores = new double[3];
    for (int i = 0; i < 400; i++) {
      double truth = StandardNormal.inverse(random.nextDouble(1e-9, 1));
      scores[0] += Ensemble.of(standard).crps(truth);
      scores[1] += Ensemble.of(sure).crps(truth);
      scores[2] += Ensemble.of(vague).crps(truth);
    }
    assertThat(scores[0]).isLessThan(scores[1]).isLessThan(scores[2]);
  }

  private static double[] normal(double sd) {
    return IntStream.range(0, 999)
        .mapToDouble(i -> sd * StandardNormal.inverse((i + 0.5) / 999))
        .toArray();
  }

  @Test
  void whatIsNotFinite_isLeftOut() {
    assertThat(Ensemble.of(new double[] {Double.NaN, 1, Double.POSITIVE_INFINITY}).size())
        .isEqualTo(1);
    assertThatThrownBy(() -> Ensemble.of(new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
