package org.suanwang.scheduling.cycle;

import java.util.Arrays;

/** What a cycle decided for one job. */
public sealed interface Decision {
  /**
   * The gang starts now.
   *
   * @param group the hub and device type, as a number of the fleet's layout
   * @param nodes its nodes, each once
   * @param tasksOnNode how many tasks on each
   */
  @SuppressWarnings("ArrayRecordComponent") // handed straight to the cluster state
  record Start(int group, int[] nodes, int[] tasksOnNode) implements Decision {
    /** How many tasks start. */
    public int tasks() {
      return Arrays.stream(tasksOnNode).sum();
    }
  }

  /**
   * The gang waits.
   *
   * @param reason why
   * @param closestGroup where least is missing; −1 when nowhere
   * @param shortTasks how many of its tasks find no place there
   * @param queue whose quota has no room, as a number of the run's tree; −1 where none is in its
   *     way
   */
  record Wait(WaitReason reason, int closestGroup, long shortTasks, int queue) implements Decision {
    static final int NOWHERE = -1;

    /** No quota is in its way. */
    public static final int NO_QUEUE = -1;

    /** A wait for something else than a quota. */
    public Wait(WaitReason reason, int closestGroup, long shortTasks) {
      this(reason, closestGroup, shortTasks, NO_QUEUE);
    }
  }
}
