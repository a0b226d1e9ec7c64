package org.suanwang.scheduling.policy;

/** Extension point: which queue's turn it is; within a queue the order of jobs says. Pure. */
public interface QueueFairness {
  /** As listed in the API. */
  String name();

  /** Whose turn it is, in a few words. */
  String meaning();

  /** The smaller, the earlier its turn; of equal ones, the queue whose next job comes first. */
  double standing(QueueUse use);

  /**
   * Whether the turn is found level by level from the top of the tree down; otherwise all queues
   * that take jobs are compared at once.
   */
  default boolean descends() {
    return false;
  }

  /** Whether it looks at usage that decays. */
  default boolean usesHalfLife() {
    return false;
  }

  /** Whether queues matter at all to whose turn it is. */
  default boolean looksAtQueues() {
    return true;
  }
}
