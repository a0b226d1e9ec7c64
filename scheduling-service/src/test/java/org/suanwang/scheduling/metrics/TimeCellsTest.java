package org.suanwang.scheduling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Sums over a time of which nobody knows how long it will be. */
class TimeCellsTest {
  @Test
  void numberThatChanges_hasItsMeanInEachBucket() {
    TimeCells cells = new TimeCells();
    cells.hold(4, 3);
    cells.hold(0, 3);
    cells.hold(1, 10);
    assertThat(cells.mean()).isEqualTo((3 * 4 + 7) / 10.0);
    // 0–5 is 4, 4, 4, 1, 1; 5–10 is 1.
    assertThat(cells.means(new Buckets(10, 2))).containsExactly(14 / 5.0, 1);
  }

  @Test
  void noTime_hasNoMean() {
    assertThat(new TimeCells().mean()).isZero();
  }

  /** Two thousand days: cells of 256 seconds. */
  @Test
  void longTime_keepsItsSumAndNearlyItsParts() {
    long day = 86_400;
    TimeCells cells = new TimeCells();
    for (long d = 1; d <= 2000; d++) {
      cells.hold(d % 7, d * day - 1);
      cells.hold(1000, d * day);
    }
    double exact = 0;
    for (long d = 1; d <= 2000; d++) {
      exact += d % 7 * (double) (day - 1) + 1000;
    }
    assertThat(cells.mean()).isEqualTo(exact / (2000.0 * day));
    double[] means = cells.means(new Buckets(2000 * day, 240));
    double sum = 0;
    for (double mean : means) {
      assertThat(mean).isBetween(2.5, 3.6);
      sum += mean / 240;
    }
    assertThat(sum).isCloseTo(cells.mean(), within(1e-9));
  }
}
