package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReadingPatienceTest {
  private static final long LONG_MILLIS = 600_000;

  @Test
  void whoWaitsForEver_isInterrupted() {
    ReadingPatience seen;
    try (ReadingPatience patience = new ReadingPatience(40)) {
      seen = patience;
      assertThatThrownBy(() -> new CountDownLatch(1).await())
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(seen.isOver()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whoDoesNotWait_leavesNothingBehind() {
    ReadingPatience seen;
    try (ReadingPatience patience = new ReadingPatience(LONG_MILLIS)) {
      seen = patience;
      patience.goOn();
    }
    assertThat(seen.isOver()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whoWasInterruptedByOthers_staysSo() {
    try (ReadingPatience patience = new ReadingPatience(LONG_MILLIS)) {
      patience.goOn();
      Thread.currentThread().interrupt();
    }
    assertThat(Thread.interrupted()).isTrue();
  }
}
