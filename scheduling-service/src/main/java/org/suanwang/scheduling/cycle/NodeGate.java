package org.suanwang.scheduling.cycle;

import org.jspecify.annotations.Nullable;

/** Which nodes a job may start on, whatever they have free. */
@FunctionalInterface
public interface NodeGate {
  /** As many tasks as a node has room for. */
  int UNLIMITED = Integer.MAX_VALUE;

  /** Every job may start on every node. */
  NodeGate OPEN =
      new NodeGate() {
        @Override
        public @Nullable WaitReason refusal(int job, int group, int node) {
          return null;
        }

        @Override
        public boolean isOpen() {
          return true;
        }
      };

  /** Why a job may not start now on a node of this group; null when it may. */
  @Nullable WaitReason refusal(int job, int group, int node);

  /**
   * The same for a gang that may start with no more than so many of its tasks, and then runs for
   * longer.
   */
  default @Nullable WaitReason refusal(int job, int tasks, int group, int node) {
    return refusal(job, group, node);
  }

  /** How many of its tasks a node may have at most; of such a gang. */
  default int tasksMax(int job, int tasks, int group, int node) {
    return UNLIMITED;
  }

  /** The same gate without what other jobs have reserved. */
  default NodeGate besideReservations() {
    return this;
  }

  /** Whether it never refuses. */
  default boolean isOpen() {
    return false;
  }
}
