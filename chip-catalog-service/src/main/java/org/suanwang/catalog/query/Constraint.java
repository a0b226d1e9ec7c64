package org.suanwang.catalog.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.catalog.Resolved;

/**
 * One respect in which so many of one accelerator or system must come up to so many of another.
 *
 * @param from what one of the first has
 * @param to what one of the second has
 * @param fromCircuit the circuits of the first peak, for throughput
 * @param toCircuit the circuits of the second peak, for throughput
 * @param ratio how many of the second stand for one of the first
 * @param missing what would have to be claimed to compare; empty when compared
 * @param counts whether it has a say in the count; a peak has none where the reached share is known
 * @param note what the reader must know of the numbers, such as where a stated one comes from
 */
public record Constraint(
    String name,
    State state,
    @Nullable Resolved from,
    @Nullable Resolved to,
    @Nullable Circuit fromCircuit,
    @Nullable Circuit toCircuit,
    @Nullable Ratio ratio,
    List<String> missing,
    boolean counts,
    @Nullable String note) {
  public static final String THROUGHPUT = "throughput";

  /** The share of the peak that is reached in practice. */
  public static final String EFFECTIVE_THROUGHPUT = "effectiveThroughput";

  public static final String MEMORY_BANDWIDTH = "memoryBandwidth";
  public static final String MEMORY_CAPACITY = "memoryCapacity";
  public static final String INTERCONNECT_BANDWIDTH = "interconnectBandwidth";
  public static final String NETWORK_BANDWIDTH = "networkBandwidth";

  /** All that can be asked for, in the order of the answer. */
  public static final List<String> ALL =
      List.of(
          THROUGHPUT,
          EFFECTIVE_THROUGHPUT,
          MEMORY_BANDWIDTH,
          MEMORY_CAPACITY,
          INTERCONNECT_BANDWIDTH,
          NETWORK_BANDWIDTH);

  /** What counts when nobody says otherwise. */
  public static final List<String> USUAL = List.of(THROUGHPUT, MEMORY_BANDWIDTH, MEMORY_CAPACITY);

  public Constraint {
    missing = List.copyOf(missing);
  }

  /** Whether both sides are known. */
  public enum State {
    COMPARED,
    /** By the asker's leave both sides reach the same share of their peaks. */
    ASSUMED_EQUAL,
    UNKNOWN
  }

  static Constraint unknown(
      String name, @Nullable Resolved from, @Nullable Resolved to, List<String> missing) {
    return new Constraint(name, State.UNKNOWN, from, to, null, null, null, missing, false, null);
  }

  static Constraint compared(String name, Resolved from, Resolved to, @Nullable String note) {
    return new Constraint(
        name, State.COMPARED, from, to, null, null, Ratio.of(from, to), List.of(), true, note);
  }

  Constraint withCircuits(Circuit one, Circuit other) {
    return new Constraint(name, state, from, to, one, other, ratio, missing, counts, note);
  }

  Constraint as(State other) {
    return new Constraint(
        name, other, from, to, fromCircuit, toCircuit, ratio, missing, counts, note);
  }

  Constraint withoutSay() {
    return new Constraint(
        name, state, from, to, fromCircuit, toCircuit, ratio, missing, false, note);
  }
}
