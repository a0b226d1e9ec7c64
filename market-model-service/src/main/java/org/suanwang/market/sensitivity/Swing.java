package org.suanwang.market.sensitivity;

import org.jspecify.annotations.Nullable;

/**
 * How far a tornado's inputs are moved.
 *
 * @param lowProbability the quantile that is the low end, such as 0.1; null with the other for the
 *     ends of bounded inputs and one standard deviation to either side of others
 */
public record Swing(@Nullable Double lowProbability, @Nullable Double highProbability) {
  /** Ends where there are ends, else one standard deviation. */
  public static final Swing ENDS = new Swing(null, null);

  /** From one quantile to another. */
  public static Swing quantiles(double low, double high) {
    return new Swing(low, high);
  }
}
