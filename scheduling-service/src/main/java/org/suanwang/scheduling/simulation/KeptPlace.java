package org.suanwang.scheduling.simulation;

/** Where a job has its reservation: how many of its tasks on which nodes. */
@SuppressWarnings("ArrayRecordComponent") // one is equal to itself only
record KeptPlace(int job, Slot slot, int[] nodes, int[] tasksOnNode) {
  long at() {
    return slot.at();
  }

  long end() {
    return slot.end();
  }

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
