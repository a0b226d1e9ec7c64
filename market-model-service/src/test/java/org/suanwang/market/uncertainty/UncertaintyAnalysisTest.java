package org.suanwang.market.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyAnalysisTest {
  private static final long WORLDS = 1 << 16;
  private static final int SEEDS = 200;

  @ParameterizedTest
  @EnumSource
  void goldenCase_hasItsClosedFormMeanAndSpread(SamplingMethod method) {
    OutputDistribution fee = GoldenCase.run(method, WORLDS, 1);
    assertThat(fee.count()).isEqualTo(WORLDS);
    assertThat(fee.failed()).isZero();
    assertThat(Math.abs(fee.mean().value() - GoldenCase.MEAN))
        .isLessThanOrEqualTo(3 * fee.mean().standardError());
    assertThat(fee.sd()).isCloseTo(GoldenCase.SD, within(1.5));
    assertThat(quantile(fee, 0.05)).isCloseTo(496.7, within(2.0));
    assertThat(quantile(fee, 0.5)).isCloseTo(693.5, within(2.0));
    assertThat(quantile(fee, 0.95)).isCloseTo(938.4, within(3.0));
    assertThat(fee.base()).isCloseTo(709.904, within(1e-9));
  }

  private static double quantile(OutputDistribution fee, double probability) {
    return fee.quantiles().stream()
        .filter(q -> q.probability() == probability)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @ParameterizedTest
  @EnumSource
  void ninetyFivePercentInterval_holdsTheMeanAsOftenAsItSays(SamplingMethod method) {
    long covered =
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(seed -> GoldenCase.run(method, 8192, seed).mean())
            .filter(m -> m.low() <= GoldenCase.MEAN && GoldenCase.MEAN <= m.high())
            .count();
    assertThat(covered).isBetween(SEEDS * 93L / 100, SEEDS * 97L / 100);
  }

  @Test
  void sobolPoints_errATenthOfRandomOnes() {
    double random = rms(SamplingMethod.MONTE_CARLO);
    double even = rms(SamplingMethod.QUASI_MONTE_CARLO);
    assertThat(even).isLessThanOrEqualTo(random / 10);
    assertThat(random).isCloseTo(GoldenCase.SD / 256, within(0.2));
  }

  private static double rms(SamplingMethod method) {
    double squares =
        LongStream.rangeClosed(1, 30)
            .mapToDouble(seed -> GoldenCase.run(method, WORLDS, seed).mean().value())
            .map(mean -> (mean - GoldenCase.MEAN) * (mean - GoldenCase.MEAN))
            .average()
            .orElseThrow();
    return Math.sqrt(squares);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void anyNumberOfThreads_givesTheSameBits(int threads) {
    for (SamplingMethod method : SamplingMethod.values()) {
      try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
        UncertaintyResult result =
            UncertaintyAnalysis.run(
                GoldenCase.request(method, WORLDS, 7),
                new Workers(executor, threads),
                Progress.NONE);
        assertThat(result.outputs().getFirst()).isEqualTo(GoldenCase.run(method, WORLDS, 7));
      }
    }
  }
}
