package org.suanwang.scheduling.packing;

/** Which of several nodes with the highest score gets the task. */
public sealed interface TieBreak {
  /** The one that stands first in an order of all nodes that is drawn once. */
  record FixedOrder(long seed) implements TieBreak {}

  /** Any, drawn each time. */
  record Random(long seed) implements TieBreak {}

  /** What all draws of this rule come from. */
  long seed();
}
