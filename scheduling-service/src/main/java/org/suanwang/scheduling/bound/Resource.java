package org.suanwang.scheduling.bound;

import org.suanwang.scheduling.cluster.FleetLayout.PoolSpan;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.TaskRequest;

/** What nodes have and tasks hold while they run, in thousandths or MiB. */
enum Resource {
  DEVICES("capacity") {
    @Override
    double of(Pool pool) {
      return (double) pool.devices() * TaskRequest.MILLI;
    }

    @Override
    double of(TaskRequest task) {
      return task.milliDevices();
    }
  },
  CPU("cpu") {
    @Override
    double of(Pool pool) {
      return ofNodes(pool, pool.cpuMilliPerNode());
    }

    @Override
    double of(TaskRequest task) {
      return task.cpuMilli();
    }
  },
  MEMORY("memory") {
    @Override
    double of(Pool pool) {
      return ofNodes(pool, pool.memoryMibPerNode());
    }

    @Override
    double of(TaskRequest task) {
      return task.memoryMib();
    }
  };

  private final String label;

  Resource(String label) {
    this.label = label;
  }

  /** What a bound is called that comes of it. */
  String label() {
    return label;
  }

  /** What all nodes of a pool have; infinite where it is not modelled. */
  abstract double of(Pool pool);

  /** What a task holds. */
  abstract double of(TaskRequest task);

  /** What several pools have. */
  double of(Iterable<PoolSpan> pools) {
    double sum = 0;
    for (PoolSpan span : pools) {
      sum += of(span.pool());
    }
    return sum;
  }

  private static double ofNodes(Pool pool, int ofNode) {
    return ofNode == 0 ? Double.POSITIVE_INFINITY : (double) pool.nodes() * ofNode;
  }
}
