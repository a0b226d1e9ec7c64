package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Hours are read as the seconds that they stand for. */
class JobReaderTest {
  private static final int DAY_SECONDS = 86_400;
  private static final BigDecimal HOUR_SECONDS = BigDecimal.valueOf(3600);
  private static final int MARKET_DECIMALS = 12;

  @ParameterizedTest(name = "{0} h are {1} s")
  @CsvSource({
    "1.1, 3960",
    "0.07, 252",
    "2160, 7776000",
    "0.000001, 1",
    "0.0003, 2",
    "1.0001, 3601"
  })
  void hours_becomeWholeSecondsOrTheNextOne(double hours, long seconds) {
    assertThat(WorkReader.wholeSeconds(hours)).isEqualTo(seconds);
  }

  @Test
  void everySecondOfADay_survivesBeingWrittenInHours() {
    for (long seconds = 1; seconds <= DAY_SECONDS; seconds++) {
      assertThat(WorkReader.wholeSeconds(seconds / 3600.0)).isEqualTo(seconds);
      assertThat(WorkReader.wholeSeconds(decimalHours(seconds))).isEqualTo(seconds);
    }
  }

  @Test
  void longestRunTimes_surviveBeingWrittenInHours() {
    for (long back = 0; back < DAY_SECONDS; back++) {
      long seconds = WorkloadLimits.SECONDS_MAX - back;
      assertThat(WorkReader.wholeSeconds(seconds / 3600.0)).isEqualTo(seconds);
    }
  }

  private static double decimalHours(long seconds) {
    return BigDecimal.valueOf(seconds)
        .divide(HOUR_SECONDS, MARKET_DECIMALS, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
