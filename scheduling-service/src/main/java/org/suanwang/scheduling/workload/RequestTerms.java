package org.suanwang.scheduling.workload;

import org.jspecify.annotations.Nullable;

/**
 * What a request says beside how much of everything it needs.
 *
 * @param unit in what the work of its jobs is told
 * @param precision in which it computes; null takes what is said of its class, else FP16
 */
public record RequestTerms(WorkUnit unit, @Nullable Precision precision) {
  /** Work in seconds, and nothing else said. */
  public static final RequestTerms USUAL = new RequestTerms(WorkUnit.SECONDS, null);

  /** The same for work in this unit and precision. */
  public RequestTerms withWork(WorkUnit newUnit, @Nullable Precision newPrecision) {
    return new RequestTerms(newUnit, newPrecision);
  }
}
