package org.suanwang.scheduling.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.suanwang.scheduling.check.UnavailableException;

/**
 * Lets a few traces be read at once, one processor fewer than there are, so that all other calls
 * have one for themselves however many traces come. A trace that has to wait for its next bytes
 * gives its turn to another meanwhile: who sends slowly keeps nobody waiting. Traces are read in
 * threads of the system, for one processor's work in a virtual thread is never interrupted for
 * another's.
 */
@ApplicationScoped
public class ReadingTurns {
  /** Traces that are under way, most of which wait for their senders. */
  private static final int TRACES_MAX = 32;

  /** How long one waits for its turn. */
  private static final long WAIT_SECONDS = 60;

  private final Semaphore traces;
  private final Semaphore turns;
  private final long waitMillis;

  @Inject
  ReadingTurns() {
    this(
        TRACES_MAX,
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
        TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
  }

  /** So many traces, so many of them at once, that wait so long. */
  ReadingTurns(int tracesMax, int atOnce, long waitMillis) {
    this.traces = new Semaphore(tracesMax);
    this.turns = new Semaphore(atOnce, true);
    this.waitMillis = waitMillis;
  }

  /**
   * Reads a trace when it is its turn.
   *
   * @param from its bytes as they come
   * @param reading is given the same bytes
   * @throws UnavailableException when too many others are being read
   */
  <T> T read(InputStream from, Function<InputStream, T> reading) {
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("traces are read in threads of the system");
    }
    if (!traces.tryAcquire()) {
      throw new UnavailableException(
          "too many traces are being sent at this moment; send it again when some are done");
    }
    try {
      return readInTurn(from, reading);
    } finally {
      traces.release();
    }
  }

  private <T> T readInTurn(InputStream from, Function<InputStream, T> reading) {
    begin();
    Bytes bytes = new Bytes(from);
    try {
      return reading.apply(bytes);
    } finally {
      if (bytes.hasTurn) {
        turns.release();
      }
    }
  }

  private void begin() {
    boolean begun;
    try {
      begun = turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      begun = false;
    }
    if (!begun) {
      throw new UnavailableException(
          "other traces are being read at this moment; send it again when they are done");
    }
  }

  /** The bytes of one trace; it has a turn but while it waits for them. */
  private final class Bytes extends FilterInputStream {
    private boolean hasTurn = true;

    Bytes(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      pause();
      try {
        return in.read();
      } finally {
        goOn();
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      pause();
      try {
        return in.read(buffer, offset, length);
      } finally {
        goOn();
      }
    }

    /** Whether bytes are there already no stream of the framework says: it names all that come. */
    private void pause() {
      turns.release();
      hasTurn = false;
    }

    private void goOn() {
      begin();
      hasTurn = true;
    }
  }
}
