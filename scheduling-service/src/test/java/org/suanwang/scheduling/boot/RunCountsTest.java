package org.suanwang.scheduling.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.experiment.RunState;

/** A scrape asks the database once, whether it answers or not. */
class RunCountsTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();

  private static void countAll(RunCounts counts, double expected) {
    for (RunState state : RunState.values()) {
      assertThat(counts.count(state)).isEqualTo(Double.valueOf(expected));
    }
  }

  @Test
  void absentDatabase_isAskedOnceAndToldAsNaN() {
    RunCounts counts =
        new RunCounts(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("no connection");
              }
              return Map.of(RunState.QUEUED, 3L);
            },
            nanos::get);
    countAll(counts, Double.NaN);
    assertThat(asked).hasValue(1);
    nanos.addAndGet(RunCounts.FRESH.toNanos() + 1);
    assertThat(counts.count(RunState.QUEUED)).isEqualTo(3);
    assertThat(counts.count(RunState.RUNNING)).isZero();
    assertThat(asked).hasValue(2);
  }

  @Test
  void silentDatabase_isNotWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);
    RunCounts counts =
        new RunCounts(
            () -> {
              asked.incrementAndGet();
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Map.of();
            },
            nanos::get);
    countAll(counts, Double.NaN);
    assertThat(asked).hasValue(1);
  }
}
