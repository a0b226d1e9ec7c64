package org.suanwang.scheduling.load;

/**
 * Interrupts a thread that has not gone on for some time. The library of Parquet decodes in threads
 * of its own, and waits for them for ever where one of them died for want of memory.
 */
final class ReadingPatience implements AutoCloseable {
  private static final int LOOKS = 8;

  private final Thread reading = Thread.currentThread();
  private final Thread watching;
  private final long millis;
  private volatile long steps;
  private volatile boolean isOver;
  private boolean isEnded;

  /** Watches this thread from now on. */
  ReadingPatience(long millis) {
    this.millis = millis;
    this.watching = Thread.ofPlatform().daemon().name("parquet-patience").start(this::watch);
  }

  /** Tells that it goes on; only the thread that is watched does. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void goOn() {
    steps++;
  }

  /** Whether it was interrupted, so that what it has read is not all. */
  boolean isOver() {
    return isOver;
  }

  private void watch() {
    try {
      long seen = -1;
      int looks = 0;
      while (looks < LOOKS) {
        Thread.sleep(Math.max(1, millis / LOOKS));
        looks = seen == steps ? looks + 1 : 0;
        seen = steps;
      }
      giveUp();
    } catch (InterruptedException e) {
      // it has come to its end
    }
  }

  private synchronized void giveUp() {
    if (!isEnded) {
      isOver = true;
      reading.interrupt();
    }
  }

  private synchronized boolean end() {
    isEnded = true;
    return isOver;
  }

  /** Ends the watch; the interrupt that came of it, if any, is taken back. */
  @Override
  public void close() {
    boolean wasOver = end();
    watching.interrupt();
    if (wasOver) {
      Thread.interrupted();
    }
  }
}
