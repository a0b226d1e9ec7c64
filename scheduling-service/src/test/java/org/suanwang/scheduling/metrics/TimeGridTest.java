package org.suanwang.scheduling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time series on other buckets, beside a count second by second. */
class TimeGridTest {
  private static TimeSeries.Point point(long from, long to, double value) {
    return new TimeSeries.Point(from, to, value, value / 10, 2 * value, 3 * value);
  }

  private static double valueAt(List<TimeSeries.Point> points, long second) {
    return points.stream()
        .filter(p -> p.fromSeconds() <= second && second < p.toSeconds())
        .findFirst()
        .orElseThrow()
        .devicesAllocated();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void anyGrid_hasTheMeansOfItsSeconds(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TimeSeries.Point> old = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      long to = at + random.nextLong(1, 10);
      old.add(point(at, to, random.nextInt(100)));
      at = to;
    }
    long from = random.nextLong(at);
    long to = from + random.nextLong(1, 61);
    long step = random.nextLong(1, 13);
    List<TimeSeries.Point> points = TimeGrid.of(new TimeSeries(old), from, to, step).points();
    assertThat(points.getFirst().fromSeconds()).isEqualTo(from / step * step);
    for (TimeSeries.Point p : points) {
      double sum = 0;
      for (long second = p.fromSeconds(); second < p.toSeconds(); second++) {
        sum += valueAt(old, second);
      }
      double mean = sum / (p.toSeconds() - p.fromSeconds());
      assertThat(p.devicesAllocated()).isCloseTo(mean, within(1e-9));
      assertThat(p.allocation()).isCloseTo(mean / 10, within(1e-9));
      assertThat(p.jobsRunning()).isCloseTo(mean * 2, within(1e-9));
      assertThat(p.jobsWaiting()).isCloseTo(mean * 3, within(1e-9));
    }
  }

  @Test
  void partOutsideTheRun_hasNoBuckets() {
    TimeSeries series = new TimeSeries(List.of(point(0, 10, 1)));
    assertThat(TimeGrid.of(series, 10, 20, 5).points()).isEmpty();
    assertThat(TimeGrid.of(series, -50, -1, 5).points()).isEmpty();
    assertThat(TimeGrid.of(series, -50, 100, 4).points())
        .extracting(TimeSeries.Point::fromSeconds, TimeSeries.Point::toSeconds)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0L, 4L),
            org.assertj.core.groups.Tuple.tuple(4L, 8L),
            org.assertj.core.groups.Tuple.tuple(8L, 10L));
    assertThat(TimeGrid.of(new TimeSeries(List.of()), 0, 10, 1).points()).isEmpty();
  }

  @Test
  void stepLongerThanTheRun_givesItsMean() {
    TimeSeries series = new TimeSeries(List.of(point(0, 10, 1), point(10, 40, 5)));
    assertThat(TimeGrid.of(series, 0, 40, 1_000_000).points()).containsExactly(point(0, 40, 4));
  }
}
