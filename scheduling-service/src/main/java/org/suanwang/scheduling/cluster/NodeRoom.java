package org.suanwang.scheduling.cluster;

import org.suanwang.scheduling.workload.TaskRequest;

/** How many tasks a node takes by what it has free. */
public final class NodeRoom {
  private NodeRoom() {}

  static int tasks(ClusterState state, int node, TaskRequest request) {
    return state.cordoned().get(node) ? 0 : tasksOfFree(state, node, request);
  }

  /** The same if it took new tasks, where it takes none. */
  public static int tasksOfFree(ClusterState state, int node, TaskRequest request) {
    int tasks = tasksOfHost(state, node, request);
    if (request.isFractional()) {
      int onWhole = state.freeDevices(node) * state.pool(node).sharesOnFreeDevice(request);
      return Math.min(tasks, onWhole + sharesOnShared(state, node, request));
    }
    return request.devices() == 0
        ? tasks
        : Math.min(tasks, state.freeDevices(node) / request.devices());
  }

  static int tasksOnSharedDevices(ClusterState state, int node, TaskRequest request) {
    return state.cordoned().get(node)
        ? 0
        : Math.min(tasksOfHost(state, node, request), sharesOnShared(state, node, request));
  }

  /** The first device of a node, from this one on, that nobody uses any part of; else negative. */
  static int nextWhole(ClusterState state, int fromDevice, int node) {
    for (int device = fromDevice; device < state.endDevice(node); device++) {
      if (state.deviceFreeMilli(device) == TaskRequest.MILLI) {
        return device;
      }
    }
    return -1;
  }

  private static int tasksOfHost(ClusterState state, int node, TaskRequest request) {
    int tasks = Integer.MAX_VALUE;
    if (request.cpuMilli() > 0) {
      tasks = state.freeCpuMilli(node) / request.cpuMilli();
    }
    if (request.memoryMib() > 0) {
      tasks = Math.min(tasks, state.freeMemoryMib(node) / request.memoryMib());
    }
    return tasks;
  }

  private static int sharesOnShared(ClusterState state, int node, TaskRequest request) {
    int shares = 0;
    if (state.widestShare(node) < request.deviceMilli()) {
      return shares;
    }
    int end = state.endDevice(node);
    for (int device = state.firstDevice(node); device < end; device++) {
      boolean isWhole = state.deviceFreeMilli(device) == TaskRequest.MILLI;
      shares += isWhole ? 0 : state.sharesThatFit(device, request);
    }
    return shares;
  }
}
