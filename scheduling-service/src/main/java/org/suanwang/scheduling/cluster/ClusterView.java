package org.suanwang.scheduling.cluster;

import org.suanwang.scheduling.workload.TaskRequest;

/** What a policy may see of the cluster's state; it cannot change it. */
public interface ClusterView {
  FleetLayout layout();

  /** The pool of a node. */
  FleetLayout.PoolSpan pool(int node);

  /** Devices of this node that nobody uses any part of. */
  int freeDevices(int node);

  /** All free capacity of this node's devices, in thousandths of a device. */
  int freeMilli(int node);

  /** Free CPU of this node in thousandths of a core; Integer.MAX_VALUE when not modelled. */
  int freeCpuMilli(int node);

  /** Free host memory of this node in MiB; Integer.MAX_VALUE when not modelled. */
  int freeMemoryMib(int node);

  /** Whether nothing runs on this node. */
  boolean isIdle(int node);

  /**
   * What is left free, in thousandths, on the tightest device of this node that takes this share
   * before it is taken; 0 when none takes it.
   */
  int tightestDevice(int node, TaskRequest request);

  /** The number of a node's first device; its devices are numbered on from there. */
  default int firstDevice(int node) {
    FleetLayout.PoolSpan span = pool(node);
    return span.firstDevice() + (node - span.firstNode()) * span.pool().devicesPerNode();
  }

  /** One beyond the number of a node's last device. */
  default int endDevice(int node) {
    return firstDevice(node) + pool(node).pool().devicesPerNode();
  }

  /** Whether a device takes a share now, and the memory that goes with it. */
  boolean takesShare(int device, TaskRequest request);

  /** Free thousandths of one device. */
  int deviceFreeMilli(int device);

  /**
   * Whether a task that holds as much as this request asks for, a share or so many devices, runs on
   * the node.
   */
  boolean runs(int node, TaskRequest request);

  /** How many kinds of tasks run on the node, told apart by holding a share or so many devices. */
  int kindsOfTasks(int node);

  /** How many tasks of this request the node takes now. */
  int tasksThatFit(int node, TaskRequest request);

  /** Free capacity of a group's devices, in thousandths of a device. */
  long groupFreeMilli(int group);

  /** Devices of a group that nobody uses any part of. */
  long groupFreeDevices(int group);
}
