package org.suanwang.scheduling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferencePartsTest {
  @Test
  void dailyRate_startsAnewEveryDay() {
    RequestRate rate = RequestRate.daily(List.of(1.0, 3.0));

    assertThat(rate.requests(0, 86_400)).isEqualTo(43_200 * 4.0);
    assertThat(rate.requests(43_100, 43_300)).isEqualTo(100 + 300);
    assertThat(rate.requests(86_300, 86_500)).isEqualTo(300 + 100);
    assertThat(rate.requests(0, 10 * 86_400)).isEqualTo(432_000 * 4.0);
  }

  @Test
  void rateBeforeItsFirstStep_isNothing() {
    RequestRate rate = new RequestRate(List.of(new RequestRate.Step(10, 2)), 0);

    assertThat(rate.requests(0, 10)).isZero();
    assertThat(rate.requests(5, 15)).isEqualTo(10);
  }

  @Test
  void rateOutOfOrder_isRefused() {
    var steps = List.of(new RequestRate.Step(10, 2), new RequestRate.Step(10, 3));
    assertThatThrownBy(() -> new RequestRate(steps, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RequestRate.Step(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RequestRate.daily(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"1000, 0", "1000, 0.5", "250, 1", "80, 2", "10, 3"})
  void lengths_haveTheMeanAndSpreadAskedFor(double mean, double cv) {
    TokenLengths lengths = TokenLengths.of(mean, cv);
    double squares = lengths.points().stream().mapToDouble(p -> p * p).average().orElseThrow();

    assertThat(lengths.mean()).isCloseTo(mean, within(mean * 1e-12));
    assertThat(Math.sqrt(Math.max(0, squares - mean * mean)) / mean).isCloseTo(cv, within(1e-6));
    assertThat(lengths.points()).isSorted();
  }

  @Test
  void recordedLengths_keepTheirMean() {
    int[] lengths = IntStream.range(0, 1001).map(i -> (i * 7919) % 4001).toArray();
    double mean = IntStream.of(lengths).average().orElseThrow();

    assertThat(TokenLengths.recorded(lengths).mean()).isCloseTo(mean, within(1e-9));
    assertThat(TokenLengths.recorded(new int[] {5}).points()).allMatch(p -> Math.abs(p - 5) < 1e-9);
    assertThat(TokenLengths.recorded(new int[] {1, 3}).mean()).isCloseTo(2, within(1e-9));
  }

  @Test
  void curve_isStraightBetween_flatBefore_andGoesOnBeyond() {
    PerformanceCurve curve =
        new PerformanceCurve(
            List.of(new PerformanceCurve.Point(10, 1), new PerformanceCurve.Point(20, 3)));

    assertThat(curve.seconds(0)).isEqualTo(1);
    assertThat(curve.seconds(15)).isEqualTo(2);
    assertThat(curve.seconds(20)).isEqualTo(3);
    assertThat(curve.seconds(30)).isEqualTo(5);
  }

  @Test
  void curveThatFallsAtItsEnd_staysThere() {
    PerformanceCurve curve =
        new PerformanceCurve(
            List.of(new PerformanceCurve.Point(1, 2), new PerformanceCurve.Point(2, 1)));

    assertThat(curve.seconds(100)).isEqualTo(1);
  }

  @Test
  void measuredRows_areMedians() {
    ReplicaPerformance performance =
        ReplicaPerformance.measured(
            List.of(
                new MeasuredRow(512, 1, 0.2, 0.05),
                new MeasuredRow(512, 1, 0.4, 0.07),
                new MeasuredRow(512, 1, 0.3, 0.06),
                new MeasuredRow(256, 2, 0.5, 0.09)),
            "rows");

    // 512 tokens of a batch: 0.2, 0.3, 0.4 and 0.5 s.
    assertThat(performance.promptSeconds(512)).isEqualTo(0.35);
    assertThat(performance.tokenSeconds(1, 1e6)).isEqualTo(0.06);
    assertThat(performance.tokenSeconds(2, 0)).isEqualTo(0.09);
    assertThat(performance.assumed()).isFalse();
  }

  @Test
  void roofline_isBoundByArithmeticForPromptsAndByMemoryForTokens() {
    // 10e9 parameters of 2 bytes, 100e12 FLOP/s at half, 1e12 B/s at half: 0.4 ms a token of
    // arithmetic, 40 ms for the weights, so prompts of more than 100 tokens are bound by
    // arithmetic.
    ReplicaPerformance performance =
        ReplicaPerformance.assumed(new Roofline(10e9, 20e9, 1e5, 100e12, 1e12, 0.5, 0.5));

    assertThat(performance.promptSeconds(1000)).isCloseTo(0.4, within(1e-12));
    assertThat(performance.promptSeconds(50)).isCloseTo(0.04, within(1e-12));
    assertThat(performance.tokenSeconds(1, 0)).isCloseTo(0.04, within(1e-12));
    assertThat(performance.tokenSeconds(1, 1000)).isCloseTo(0.04 + 2e-4, within(1e-12));
    assertThat(performance.tokenSeconds(200, 0)).isCloseTo(0.08, within(1e-12));
    assertThat(performance.assumed()).isTrue();
    assertThat(performance.basis()).contains("0.5 of the peak FLOP/s");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5, 10, 0.606530659713",
    "3, 2, 50, 0.857123460499",
    "900, 1000, 100000, 0.000692"
  })
  void poissonShare_isTheCumulativeProbability(int value, double mean, int max, double expected) {
    assertThat(PoissonShare.upTo(value, mean, max)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void poissonShareAtItsCut_isOne() {
    assertThat(PoissonShare.upTo(5, 100, 5)).isEqualTo(1);
    assertThat(PoissonShare.upTo(4, 100, 5)).isLessThan(0.1);
    assertThat(PoissonShare.upTo(0, 0, 5)).isEqualTo(1);
  }

  @Test
  void cacheOfAReplica_limitsItsSequences() {
    RequestClass requests = Serving.requests(900, 100, RequestRate.constant(1));
    Replica replica = new Replica(Serving.linear(0.001, 0.01), 64, 4096, 5500);

    assertThat(RequestCost.of(requests, replica).sequencesMax()).isEqualTo(5);
  }
}
