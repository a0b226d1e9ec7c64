package org.suanwang.scheduling.workload;

import org.jspecify.annotations.Nullable;

/**
 * What a request says beside how much of everything it needs.
 *
 * @param unit in what the work of its jobs is told
 * @param precision in which it computes; null takes what is said of its class, else FP16
 * @param topology how close together its tasks are to be; null where it does not matter
 */
public record RequestTerms(
    WorkUnit unit, @Nullable Precision precision, @Nullable TopologyRule topology) {
  /** Work in seconds, and nothing else said. */
  public static final RequestTerms USUAL = new RequestTerms(WorkUnit.SECONDS, null, null);

  /** The same for work in this unit and precision. */
  public RequestTerms withWork(WorkUnit newUnit, @Nullable Precision newPrecision) {
    return new RequestTerms(newUnit, newPrecision, topology);
  }

  /** The same for tasks that are to be so close together. */
  public RequestTerms withTopology(@Nullable TopologyRule newTopology) {
    return new RequestTerms(unit, precision, newTopology);
  }

  /** The largest unit over which its tasks may be spread. */
  public TopologyLevel widestLevel() {
    return topology != null && topology.required() ? topology.level() : TopologyLevel.HUB;
  }
}
