package org.suanwang.scheduling.simulation;

/** Where a job has its reservation: from when to when, and how many of its tasks on which nodes. */
@SuppressWarnings("ArrayRecordComponent") // one is equal to itself only
record KeptPlace(int job, long at, long end, int[] nodes, int[] tasksOnNode) {
  /** How many of the tasks are to be on a node. */
  int tasksOn(int node) {
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] == node) {
        return tasksOnNode[i];
      }
    }
    return 0;
  }
}
