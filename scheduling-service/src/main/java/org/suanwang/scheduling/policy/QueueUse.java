package org.suanwang.scheduling.policy;

/** What a queue uses and has used, the queues below it included. */
public interface QueueUse {
  /** The largest of its parts of all devices, all CPU and all host memory that it holds, 0 to 1. */
  double dominantShare();

  /**
   * The device time that it has held, in thousandths of a device × seconds, of which a half-life
   * ago counts half.
   */
  double decayedUsage();

  /** The part of all that is due to it by the weights of the tree, above 0, at most 1. */
  double fairShare();

  /** How much it counts beside the other queues of its parent. */
  double weight();
}
