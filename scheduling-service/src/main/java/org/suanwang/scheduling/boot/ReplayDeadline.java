package org.suanwang.scheduling.boot;

import java.util.concurrent.TimeUnit;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.UnavailableException;

/** Lets a run be repeated for an answer, but not for longer than the caller should wait. */
final class ReplayDeadline implements Checkpoint {
  /** The clock is not read at each event. */
  private static final int PASSES_BETWEEN = 256;

  private final int secondsMax;
  private final long endNanos;
  private int passes;

  ReplayDeadline(int secondsMax) {
    this.secondsMax = secondsMax;
    this.endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(secondsMax);
  }

  @Override
  public void pass() {
    if (passes++ % PASSES_BETWEEN == 0 && System.nanoTime() - endNanos > 0) {
      throw new UnavailableException(
          "for this answer a simulation has to be run first, and that was given up after "
              + secondsMax
              + " s; ask again when the service has less to do, or raise"
              + " suanwang.replay.seconds-max");
    }
  }
}
