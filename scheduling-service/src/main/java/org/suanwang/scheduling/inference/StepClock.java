package org.suanwang.scheduling.inference;

import org.jspecify.annotations.Nullable;

/**
 * A span of time in equal steps.
 *
 * @param startSeconds since the epoch
 * @param stepSeconds length of a step
 * @param steps how many
 */
public record StepClock(long startSeconds, long stepSeconds, int steps) {
  public StepClock {
    if (startSeconds < 0 || stepSeconds < 1 || steps < 1 || steps > InferenceLimits.STEPS_MAX) {
      throw new IllegalArgumentException("at least one step of at least a second");
    }
  }

  /** Where a step begins; {@code steps()} gives the end. */
  public long from(int step) {
    return startSeconds + step * stepSeconds;
  }

  public long endSeconds() {
    return from(steps);
  }

  /** The steps that end by this second; null when there is none. */
  public @Nullable StepClock until(long seconds) {
    long whole = Math.min(steps, Math.floorDiv(seconds - startSeconds, stepSeconds));
    return whole < 1 ? null : new StepClock(startSeconds, stepSeconds, (int) whole);
  }
}
