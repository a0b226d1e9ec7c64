package org.suanwang.market.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * What "at least" and "at most", said of inputs, make of the number that is computed from them as
 * stated.
 *
 * @param inputs the given values of which it is said, in the order of the files; the first 20
 */
public record BoundEffect(Direction direction, List<String> inputs) {
  static final int INPUTS_MAX = 20;

  /** On which side of the computed number the true one lies. */
  public enum Direction {
    AT_LEAST,
    AT_MOST,
    /** Bounds pull both ways, or what is computed does not tell. */
    UNDECIDED;

    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public BoundEffect {
    inputs = List.copyOf(inputs);
  }
}
