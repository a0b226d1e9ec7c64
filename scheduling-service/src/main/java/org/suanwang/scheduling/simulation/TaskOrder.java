package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.suanwang.scheduling.cluster.Allocation;

/**
 * In which order a running elastic job gives up tasks for another ({@link TaskOrders}).
 *
 * @param held what it holds
 * @param tasks the numbers of its tasks, node by node as it holds them; the first is given up first
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares
record TaskOrder(Allocation held, int[] tasks) {
  /** The last of its tasks first. */
  static TaskOrder lastFirst(Allocation held) {
    int all = held.tasks();
    return new TaskOrder(held, IntStream.range(0, all).map(i -> all - 1 - i).toArray());
  }

  /** What it keeps with so many tasks. */
  Allocation keeping(int kept) {
    return held.without(givenUp(kept));
  }

  /** The numbers of those that it gives up when it keeps so many. */
  BitSet givenUp(int kept) {
    BitSet gone = new BitSet();
    Arrays.stream(tasks, 0, tasks.length - kept).forEach(gone::set);
    return gone;
  }
}
