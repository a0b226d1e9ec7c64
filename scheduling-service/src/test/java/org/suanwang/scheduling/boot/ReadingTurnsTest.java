package org.suanwang.scheduling.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.UnavailableException;

class ReadingTurnsTest {
  private static final long LONG_MILLIS = 60_000;

  private static InputStream bytes() {
    return new ByteArrayInputStream(new byte[] {1, 2, 3});
  }

  private static int sum(InputStream in) {
    try {
      int sum = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        sum += next;
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of which the only byte comes when it is let go. */
  private static final class SlowBytes extends InputStream {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private boolean given;

    @Override
    public int read() throws IOException {
      if (given) {
        return -1;
      }
      waiting.countDown();
      await(letGo);
      given = true;
      return 7;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int next = read();
      if (next >= 0) {
        into[offset] = (byte) next;
      }
      return next < 0 ? -1 : 1;
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }
  }

  private static <T> FutureTask<T> begun(Callable<T> call) {
    var task = new FutureTask<>(call);
    Thread.ofPlatform().start(task);
    return task;
  }

  @Test
  void whoWaitsForBytes_givesTheTurnToOthers() throws Exception {
    var turns = new ReadingTurns(8, 1, LONG_MILLIS);
    var slow = new SlowBytes();
    FutureTask<Integer> first = begun(() -> turns.read(slow, ReadingTurnsTest::sum));
    slow.waiting.await();
    assertThat(turns.read(bytes(), ReadingTurnsTest::sum)).isEqualTo(6);
    slow.letGo.countDown();
    assertThat(first.get()).isEqualTo(7);
  }

  @Test
  void whoReads_keepsTheTurn_andOthersWaitSoLong() throws Exception {
    var turns = new ReadingTurns(8, 1, 10);
    var working = new CountDownLatch(1);
    var letGo = new CountDownLatch(1);
    FutureTask<Integer> first =
        begun(
            () ->
                turns.read(
                    bytes(),
                    in -> {
                      working.countDown();
                      try {
                        letGo.await();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                      return sum(in);
                    }));
    working.await();
    assertThatThrownBy(() -> turns.read(bytes(), ReadingTurnsTest::sum))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("other traces are being read");
    letGo.countDown();
    assertThat(first.get()).isEqualTo(6);
    assertThat(turns.read(bytes(), ReadingTurnsTest::sum)).isEqualTo(6);
  }

  @Test
  void whoWaitsForBytesTooLong_ofTooMany_isNotJoined() throws Exception {
    var turns = new ReadingTurns(1, 1, LONG_MILLIS);
    var slow = new SlowBytes();
    FutureTask<Integer> first = begun(() -> turns.read(slow, ReadingTurnsTest::sum));
    slow.waiting.await();
    assertThatThrownBy(() -> turns.read(bytes(), ReadingTurnsTest::sum))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("too many traces");
    slow.letGo.countDown();
    assertThat(first.get()).isEqualTo(7);
  }

  @Test
  void turnOfOneThatFails_isFreeAgain() {
    var turns = new ReadingTurns(1, 1, 10);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  turns.read(
                      bytes(),
                      in -> {
                        throw new IllegalArgumentException("broken");
                      }))
          .hasMessage("broken");
    }
    assertThat(turns.read(bytes(), ReadingTurnsTest::sum)).isEqualTo(6);
  }

  @Test
  void virtualThread_isRefused() throws Exception {
    var turns = new ReadingTurns(1, 1, LONG_MILLIS);
    var task = new FutureTask<>(() -> turns.read(bytes(), ReadingTurnsTest::sum));
    Thread.ofVirtual().start(task).join();
    assertThatThrownBy(task::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("threads of the system");
  }
}
