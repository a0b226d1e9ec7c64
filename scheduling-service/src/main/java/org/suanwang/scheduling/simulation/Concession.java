package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;

/**
 * What a running job gives up for another: some of its tasks, or all that it holds.
 *
 * @param job its row in the table
 * @param before what it holds
 * @param after what it keeps; null when it gives way
 * @param order in which it gives up tasks; null when it gives way
 */
record Concession(
    int job, Allocation before, @Nullable Allocation after, @Nullable TaskOrder order) {
  /** A job gives way with all that it still holds. */
  static Concession givingWay(int job, Allocation before) {
    return new Concession(job, before, null, null);
  }

  /** A job gives up tasks in this order, and keeps so many. */
  static Concession keeping(int tasks, int job, TaskOrder order) {
    return new Concession(job, order.held(), order.keeping(tasks), order);
  }

  /** How much is given up, in thousandths of a device. */
  long milliDevices() {
    return before.milliDevices() - (after == null ? 0 : after.milliDevices());
  }
}
