package org.suanwang.scheduling.bound;

import org.suanwang.scheduling.cluster.FleetLayout.PoolSpan;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.TaskRequest;

/** What nodes have and tasks hold while they run, in thousandths or MiB. */
enum Resource {
  DEVICES("capacity"),
  CPU("cpu"),
  MEMORY("memory");

  private final String label;

  Resource(String label) {
    this.label = label;
  }

  /** What a bound is called that comes of it. */
  String label() {
    return label;
  }

  /** What all nodes of a pool have; infinite where it is not modelled. */
  double of(Pool pool) {
    return switch (this) {
      case DEVICES -> (double) pool.devices() * TaskRequest.MILLI;
      case CPU -> ofNodes(pool, pool.cpuMilliPerNode());
      case MEMORY -> ofNodes(pool, pool.memoryMibPerNode());
    };
  }

  private static double ofNodes(Pool pool, int ofNode) {
    return ofNode == 0 ? Double.POSITIVE_INFINITY : (double) pool.nodes() * ofNode;
  }

  /** What several pools have. */
  double of(Iterable<PoolSpan> pools) {
    double sum = 0;
    for (PoolSpan span : pools) {
      sum += of(span.pool());
    }
    return sum;
  }

  /** What a task holds. */
  double of(TaskRequest task) {
    return switch (this) {
      case DEVICES -> task.milliDevices();
      case CPU -> task.cpuMilli();
      case MEMORY -> task.memoryMib();
    };
  }
}
