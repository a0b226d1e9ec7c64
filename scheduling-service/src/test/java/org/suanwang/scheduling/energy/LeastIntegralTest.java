package org.suanwang.scheduling.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best beginning against trying every second. */
class LeastIntegralTest {
  private static final int DAY = 86_400;
  private static final Instant EPOCH = Instant.parse("2025-01-01T05:13:20Z");

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Shanghai", "Asia/Kolkata", "Asia/Kathmandu"})
  void anyLength_beginsAtTheEarliestOfTheBestSeconds(String zone) {
    LocalHours clock = new LocalHours(EPOCH, ZoneId.of(zone), 10 * DAY);
    SplittableRandom random = new SplittableRandom(zone.hashCode());
    for (int round = 0; round < 60; round++) {
      // of powers of two all sums are exact
      double[] values = random.ints(24, 0, 5).mapToDouble(i -> i == 0 ? -1 : 1 << i).toArray();
      long[] before = new long[4 * DAY + 1];
      for (int second = 0; second < 4 * DAY; second++) {
        before[second + 1] = before[second] + (long) values[clock.hourAt(second)];
      }
      int first = random.nextInt(DAY);
      int last = first + random.nextInt(DAY + 1);
      int length = 1 + random.nextInt(round % 2 == 0 ? 7_200 : 2 * DAY);
      int best = first;
      for (int at = first; at <= last; at++) {
        if (before[at + length] - before[at] < before[best + length] - before[best]) {
          best = at;
        }
      }
      LeastIntegral.Begin found = new LeastIntegral(clock, values).find(first, last, length);
      assertThat(found.seconds()).as("round %d", round).isEqualTo(best);
      assertThat(found.sum())
          .isCloseTo((double) (before[best + length] - before[best]), within(1e-3));
    }
  }

  @Test
  void onePrice_beginsAtOnce() {
    double[] values = new double[24];
    Arrays.fill(values, 0.3);
    LocalHours clock = new LocalHours(EPOCH, ZoneId.of("Europe/Berlin"), DAY);
    assertThat(new LeastIntegral(clock, values).find(77, 1_000_000, 12_345).seconds())
        .isEqualTo(77);
    assertThat(new LeastIntegral(clock, new double[24]).find(5, 9, 1).seconds()).isEqualTo(5);
  }
}
