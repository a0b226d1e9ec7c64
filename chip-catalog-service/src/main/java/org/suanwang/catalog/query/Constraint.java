package org.suanwang.catalog.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.catalog.Resolved;

/**
 * One respect in which so many of one accelerator must come up to so many of another.
 *
 * @param from what one of the first has
 * @param to what one of the second has
 * @param fromCircuit the circuits of the first peak, for throughput
 * @param toCircuit the circuits of the second peak, for throughput
 * @param ratio how many of the second stand for one of the first
 * @param missing what would have to be claimed to compare; empty when compared
 */
public record Constraint(
    String name,
    State state,
    @Nullable Resolved from,
    @Nullable Resolved to,
    @Nullable Circuit fromCircuit,
    @Nullable Circuit toCircuit,
    @Nullable Ratio ratio,
    List<String> missing) {
  public static final String THROUGHPUT = "throughput";
  public static final String MEMORY_BANDWIDTH = "memoryBandwidth";
  public static final String MEMORY_CAPACITY = "memoryCapacity";

  public Constraint {
    missing = List.copyOf(missing);
  }

  /** Whether both sides are known. */
  public enum State {
    COMPARED,
    UNKNOWN
  }
}
