package org.suanwang.scheduling.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours of the day against java.time, second by second, over changes of clocks. */
class LocalHoursTest {
  private static final int DAY = 86_400;

  /**
   * Clocks go forward, back, by half an hour, over midnight, not at all, and out of a mean time.
   */
  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2025-01-01T15:00:00Z",
    "Asia/Kolkata, 2025-01-01T18:29:59Z",
    "Asia/Kathmandu, 2025-06-30T00:00:01Z",
    "Europe/Berlin, 2025-03-29T20:00:00Z",
    "Europe/Berlin, 2025-10-25T20:00:00Z",
    "America/Sao_Paulo, 2018-11-03T12:00:00Z",
    "Australia/Lord_Howe, 2025-04-05T00:00:00Z",
    "Asia/Shanghai, 1900-12-31T10:00:00Z",
    "Africa/Casablanca, 2025-02-22T12:00:00Z",
    "Pacific/Apia, 2011-12-29T12:00:00Z",
    "Europe/Berlin, 2199-10-26T12:00:00Z"
  })
  void anyTime_fallsIntoTheHoursThatJavaTimeSays(String zone, Instant epoch) {
    int window = 2 * DAY;
    LocalHours clock = new LocalHours(epoch, ZoneId.of(zone), window);
    int[] hours = new int[window];
    for (int second = 0; second < window; second++) {
      hours[second] = epoch.plusSeconds(second).atZone(ZoneId.of(zone)).getHour();
    }
    assertThat(clock.hourAt(window / 2)).isEqualTo(hours[window / 2]);
    SplittableRandom random = new SplittableRandom(epoch.getEpochSecond());
    HourSums sums = new HourSums(clock);
    double[] values = random.doubles(EnergyTerms.HOURS).toArray();
    HourIntegral integral = new HourIntegral(clock, values);
    long[] expected = new long[EnergyTerms.HOURS];
    for (int round = 0; round < 50; round++) {
      int from = random.nextInt(window);
      int to = from + random.nextInt(window - from + 1);
      int weight = random.nextInt(-5, 100);
      sums.add(from, to, weight);
      double sum = 0;
      for (int second = from; second < to; second++) {
        expected[hours[second]] += weight;
        sum += values[hours[second]];
      }
      assertThat(integral.until(to) - integral.until(from)).isCloseTo(sum, within(1e-6));
    }
    assertThat(sums.sums()).isEqualTo(expected);
  }

  /** The most devices over the longest time: sums wrap around on the way, and are right. */
  @Test
  void longestTimeOfTheLargestFleet_isExact() {
    long longest = Integer.MAX_VALUE;
    HourSums sums =
        new HourSums(new LocalHours(Instant.EPOCH, ZoneId.of("Europe/Berlin"), longest));
    for (int part = 0; part < 1_000; part++) {
      sums.add(0, longest, 4_000_000);
    }
    long all = 0;
    for (long one : sums.sums()) {
      assertThat(one).isBetween(longest / 24 * 3_999_000_000L, longest / 24 * 4_001_000_000L);
      all += one;
    }
    assertThat(all).isEqualTo(longest * 4_000_000_000L);
  }
}
