package org.suanwang.catalog.query;

import java.util.Set;
import org.suanwang.catalog.accelerator.Precision;

/**
 * How many devices of one accelerator do what so many of another do?
 *
 * @param from the accelerator that is there
 * @param count how many of it; 1 to {@link #COUNT_MAX}
 * @param to the accelerator that is to stand in for it
 * @param precision at which throughput is compared, dense against dense
 * @param constraints the names of the constraints that count; throughput always does
 */
public record EquivalenceQuestion(
    String from, long count, String to, Precision precision, Set<String> constraints) {
  public static final long COUNT_MAX = 100_000_000;

  public EquivalenceQuestion {
    constraints = Set.copyOf(constraints);
  }
}
