package org.suanwang.catalog.query;

import java.util.Set;
import org.suanwang.catalog.accelerator.Precision;

/**
 * How many of one accelerator or system do what so many of another do?
 *
 * @param from the accelerator or system that is there
 * @param count how many of it; 1 to {@link #COUNT_MAX}
 * @param to the accelerator or system that is to stand in for it
 * @param precision at which throughput is compared, dense against dense
 * @param constraints the names of the constraints that count; throughput always does
 * @param terms which shares of their peaks the two reach, for the effective throughput
 */
public record EquivalenceQuestion(
    String from,
    long count,
    String to,
    Precision precision,
    Set<String> constraints,
    Efficiency.Terms terms) {
  public static final long COUNT_MAX = 100_000_000;

  public EquivalenceQuestion {
    constraints = Set.copyOf(constraints);
  }

  /** A question about peaks and memory alone. */
  public EquivalenceQuestion(
      String from, long count, String to, Precision precision, Set<String> constraints) {
    this(from, count, to, precision, constraints, Efficiency.Terms.NONE);
  }
}
