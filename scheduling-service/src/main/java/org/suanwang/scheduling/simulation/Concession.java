package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;

/**
 * What a running job gives up for another: some of its tasks, or all that it holds.
 *
 * @param job its row in the table
 * @param before what it holds
 * @param after what it keeps; null when it gives way
 */
record Concession(int job, Allocation before, @Nullable Allocation after) {
  int group() {
    return before.group();
  }
}
