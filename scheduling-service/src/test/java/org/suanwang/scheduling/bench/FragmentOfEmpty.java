package org.suanwang.scheduling.bench;

import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.FragmentMeasure;
import org.suanwang.scheduling.workload.TaskRequest;

/** The fragment of a fleet on which nothing runs, as a share of its devices (Weng et al. 2023). */
final class FragmentOfEmpty {
  private FragmentOfEmpty() {}

  static double share(FleetLayout layout, FragmentMeasure measure) {
    var state = new ClusterState(layout);
    double milli = 0;
    for (int node = 0; node < layout.nodes(); node++) {
      milli += measure.of(state, node);
    }
    return milli / ((double) layout.devices() * TaskRequest.MILLI);
  }
}
