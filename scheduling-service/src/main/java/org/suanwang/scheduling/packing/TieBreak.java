package org.suanwang.scheduling.packing;

import java.util.SplittableRandom;
import org.suanwang.scheduling.workload.Draws;

/** Which of several nodes with the highest score gets the task. */
public sealed interface TieBreak {
  /** The one that stands first in an order of all nodes that is drawn once. */
  record FixedOrder(long seed) implements TieBreak {}

  /** Any, drawn each time. */
  record Random(long seed) implements TieBreak {}

  /** What all draws of this rule come from. */
  long seed();

  /** All numbers below {@code size} in an order drawn from a seed (Durstenfeld 1964). */
  static int[] shuffled(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = Draws.index(random, i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
