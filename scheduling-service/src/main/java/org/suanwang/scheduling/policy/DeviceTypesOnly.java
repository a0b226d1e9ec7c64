package org.suanwang.scheduling.policy;

import java.util.Set;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tasks that need devices run on those of these types only (what node affinity with the label of
 * the device type says in Kubernetes): a policy that tries out what a part of a fleet would do.
 *
 * @param types ids of device types
 */
record DeviceTypesOnly(Set<String> types) implements GroupFilter {
  static final String NAME = "device-types";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean admits(FleetLayout layout, FleetLayout.Group group, TaskRequest request) {
    String type = group.deviceType();
    return !request.needsDevices() || (type != null && types.contains(type));
  }
}
