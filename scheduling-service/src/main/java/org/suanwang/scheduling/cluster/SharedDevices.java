package org.suanwang.scheduling.cluster;

import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Two gangs of equal shape on the devices of one: each holds half of every device, and its own CPU
 * and memory on their nodes.
 */
public final class SharedDevices {
  private SharedDevices() {}

  /** Whether the nodes of a gang take the tasks of another beside its own. */
  public static boolean take(ClusterState state, Allocation held, TaskRequest guest) {
    for (int i = 0; i < held.nodes().length; i++) {
      int node = held.nodes()[i];
      int tasks = held.tasksOnNode()[i];
      if (state.cordoned().get(node)
          || (long) tasks * guest.cpuMilli() > state.freeCpuMilli(node)
          || (long) tasks * guest.memoryMib() > state.freeMemoryMib(node)) {
        return false;
      }
    }
    return true;
  }

  /** Puts a guest on the whole devices that a host holds; returns what each holds then. */
  public static Allocation join(
      ClusterState state, Allocation held, TaskRequest host, TaskRequest guest) {
    Allocation half = held.halved();
    state.release(held, host);
    state.retake(half, host);
    state.retake(half, guest);
    return half;
  }

  /** Leaves the devices to one of the two after the other gave back its half; returns them. */
  public static Allocation leave(ClusterState state, Allocation half, TaskRequest left) {
    Allocation whole = half.doubled();
    state.release(half, left);
    state.retake(whole, left);
    return whole;
  }
}
