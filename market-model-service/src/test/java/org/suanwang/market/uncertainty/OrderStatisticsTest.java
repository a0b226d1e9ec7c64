package org.suanwang.market.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderStatisticsTest {
  private static final List<Double> PROBABILITIES = List.of(0.0, 0.01, 0.3, 0.5, 0.77, 0.999, 1.0);

  /** Wide and narrow, of both signs, with ties, around zero. */
  static Stream<double[]> samples() {
    var random = new SplittableRandom(1);
    return Stream.of(
        drawn(1000, () -> random.nextDouble()),
        drawn(1000, () -> random.nextDouble() - 0.5),
        drawn(999, () -> Math.exp(40 * random.nextDouble() - 20) - 1),
        drawn(1000, () -> -Math.exp(10 * random.nextDouble())),
        drawn(1000, () -> (double) random.nextInt(7)),
        drawn(1000, () -> 1000 + 1e-9 * random.nextDouble()),
        drawn(1, () -> 42.0),
        drawn(2, random::nextDouble));
  }

  private static double[] drawn(int n, DoubleSupplier next) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> next.getAsDouble());
    return values;
  }

  private static double expected(double[] sorted, double probability) {
    double rank = probability * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void keptValues_haveTheQuantilesOfTheSortedOnes(double[] values) {
    var histogram = new LogLinearHistogram(new LogLinearHistogram.Room());
    histogram.add(values, values.length);
    double[] withGaps = Arrays.copyOf(values, values.length + 2);
    withGaps[values.length] = Double.NaN;
    withGaps[values.length + 1] = Double.NEGATIVE_INFINITY;
    var order = new OrderStatistics(histogram, withGaps, PROBABILITIES);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (double p : PROBABILITIES) {
      assertThat(order.quantile(p)).isEqualTo(expected(sorted, p));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void countsAlone_errByTheStatedErrorAtMost(double[] values) {
    var first = new LogLinearHistogram(new LogLinearHistogram.Room());
    first.add(values, values.length / 2);
    var second = new LogLinearHistogram(new LogLinearHistogram.Room());
    double[] rest = Arrays.copyOfRange(values, values.length / 2, values.length);
    second.add(rest, rest.length);
    second.add(first);
    var order = new OrderStatistics(second, null, PROBABILITIES);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (double p : PROBABILITIES) {
      double rank = p * (sorted.length - 1);
      double low = sorted[(int) Math.floor(rank)];
      double high = sorted[(int) Math.ceil(rank)];
      double error = Math.max(Math.abs(low), Math.abs(high)) * LogLinearHistogram.ERROR;
      assertThat(order.quantile(p)).isCloseTo(expected(sorted, p), within(error + 1e-300));
    }
  }
}
