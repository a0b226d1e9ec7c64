package org.suanwang.market.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.suanwang.market.check.UnavailableException;

/** Few analyses at a time, and none for ever. */
class AnalysisRunnerTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void analysisThatTakesTooLong_isEnded() {
    var runner = new AnalysisRunner(LONG, Duration.ofMillis(20));
    assertThatThrownBy(
            () ->
                runner.run(
                    (_, progress) -> {
                      while (true) {
                        progress.requireGoingOn(1);
                      }
                    }))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("fewer worlds");
    int next = runner.run((_, _) -> 7);
    assertThat(next).as("its place is free again").isEqualTo(7);
  }

  @Test
  void thirdAnalysis_isRefusedWhileTwoRun() throws InterruptedException {
    var runner = new AnalysisRunner(Duration.ofMillis(20), LONG);
    var running = new CountDownLatch(2);
    var end = new CountDownLatch(1);
    var done = new AtomicInteger();
    Runnable held =
        () ->
            done.addAndGet(
                runner.run(
                    (_, _) -> {
                      running.countDown();
                      await(end);
                      return 1;
                    }));
    Thread one = Thread.ofPlatform().start(held);
    Thread other = Thread.ofPlatform().start(held);
    running.await();
    assertThatThrownBy(() -> runner.run((_, _) -> 1))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("in a while");
    end.countDown();
    one.join();
    other.join();
    assertThat(done).hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
