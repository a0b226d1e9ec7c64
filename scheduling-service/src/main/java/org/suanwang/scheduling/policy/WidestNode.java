package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What the largest nodes of a fleet have: the unit in which CPU and devices are compared with each
 * other.
 *
 * @param cpuMilli thousandths of a core; 0 when no node's CPU is modelled
 * @param deviceMilli thousandths of a device
 */
public record WidestNode(int cpuMilli, int deviceMilli) {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  public static WidestNode of(FleetLayout layout) {
    int cpu = 0;
    int devices = 0;
    for (FleetLayout.PoolSpan span : layout.pools()) {
      Pool pool = span.pool();
      cpu = Math.max(cpu, pool.cpuMilliPerNode());
      devices = Math.max(devices, pool.devicesPerNode());
    }
    return new WidestNode(cpu, devices * TaskRequest.MILLI);
  }

  /** Free CPU as a part of the widest node's; 0 when it is not modelled. */
  double freeCpu(ClusterView cluster, int node) {
    int free = cluster.freeCpuMilli(node);
    return free == UNLIMITED ? 0 : part(free, cpuMilli);
  }

  double cpu(TaskRequest request) {
    return part(request.cpuMilli(), cpuMilli);
  }

  double freeDevices(ClusterView cluster, int node) {
    return part(cluster.freeMilli(node), deviceMilli);
  }

  double devices(TaskRequest request) {
    return part(request.milliDevices(), deviceMilli);
  }

  private static double part(long amount, int whole) {
    return whole == 0 ? 0 : (double) amount / whole;
  }
}
