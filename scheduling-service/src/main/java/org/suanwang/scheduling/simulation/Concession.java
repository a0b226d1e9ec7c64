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
  /** The same of a job that keeps the first so many of its tasks. */
  Concession keeping(int tasks) {
    return new Concession(job, before, before.first(tasks));
  }

  /** How much is given up, in thousandths of a device. */
  long milliDevices() {
    return before.milliDevices() - (after == null ? 0 : after.milliDevices());
  }
}
