package org.suanwang.scheduling.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.UnavailableException;

/** Answers for which nobody waits as long as they take; here nobody waits at all. */
class AskedAgainTest {
  private final AtomicLong clock = new AtomicLong();
  private final AskedAgain answers = new AskedAgain(0, clock::get);
  private final AtomicInteger begun = new AtomicInteger();

  /** Done when the latch is open. */
  private Function<Checkpoint, String> after(CountDownLatch latch) {
    return checkpoint -> {
      begun.incrementAndGet();
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return "done";
    };
  }

  /** Asks until there is an answer, or another failure than that there is none yet. */
  private String asked(String question, Function<Checkpoint, String> work) {
    while (true) {
      try {
        return answers.answer(question, work);
      } catch (UnavailableException e) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void workThatTakesLonger_goesOnAndIsThereForWhoAsksAgain() {
    CountDownLatch latch = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> answers.answer("a", after(latch)))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("it goes on: ask again");
    }
    latch.countDown();
    assertThat(asked("a", after(latch))).isEqualTo("done");
    assertThat(begun).hasValue(1);
  }

  @Test
  void answerThatWasGiven_isWorkedOutAnew() {
    assertThat(asked("a", checkpoint -> "one")).isEqualTo("one");
    assertThat(asked("a", checkpoint -> "two")).isEqualTo("two");
  }

  @Test
  void thirdQuestion_waitsForAPlace() {
    CountDownLatch latch = new CountDownLatch(1);
    assertThatThrownBy(() -> answers.answer("a", after(latch))).hasMessageContaining("ask again");
    assertThatThrownBy(() -> answers.answer("b", after(latch))).hasMessageContaining("ask again");
    assertThatThrownBy(() -> answers.answer("c", after(latch)))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("2 simulations are being repeated for other answers");
    latch.countDown();
    // One of the two makes place, though nobody came for it.
    assertThat(asked("c", after(latch))).isEqualTo("done");
  }

  @Test
  void workThatFails_failsForWhoAsksAndIsBegunAnewForTheNext() {
    assertThatThrownBy(
            () ->
                asked(
                    "a",
                    checkpoint -> {
                      throw new ConflictException("not so");
                    }))
        .isInstanceOf(ConflictException.class)
        .hasMessage("not so");
    assertThat(asked("a", checkpoint -> "well")).isEqualTo("well");
  }

  @Test
  void workThatNobodyAsksFor_isGivenUp() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Function<Checkpoint, String> endless =
        checkpoint -> {
          try {
            while (true) {
              checkpoint.pass();
            }
          } finally {
            stopped.countDown();
          }
        };
    assertThatThrownBy(() -> answers.answer("a", endless)).hasMessageContaining("ask again");
    clock.addAndGet(TimeUnit.SECONDS.toNanos(11));
    stopped.await();
    assertThat(asked("a", checkpoint -> "again")).isEqualTo("again");
  }
}
