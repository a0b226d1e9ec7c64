package org.suanwang.scheduling.policy;

import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tasks without devices stay off nodes with devices, whose CPU and memory are left for those that
 * need both (what a taint with the name of the device does in Kubernetes, with the admission plugin
 * ExtendedResourceToleration).
 */
record DeviceNodesForDevices() implements GroupFilter {
  static final String NAME = "device-nodes-for-devices";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean admits(FleetLayout layout, FleetLayout.Group group, TaskRequest request) {
    return request.needsDevices() || group.devices() == 0;
  }
}
