package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.Nullable;

/**
 * A policy as an experiment compares it: the same name with another depth is another variant.
 *
 * @param name listed or made of parts
 * @param backfillDepth how far down the queue it looks; null for the policy's own
 * @param minRunSeconds how long a job that has started runs before it can be made to give way
 */
public record PolicyVariant(String name, @Nullable Integer backfillDepth, long minRunSeconds) {
  /** What it is called in results, unique among variants. */
  public String label() {
    String depth = backfillDepth == null ? "" : ";depth=" + backfillDepth;
    return name + depth + (minRunSeconds == 0 ? "" : ";minRunSeconds=" + minRunSeconds);
  }
}
