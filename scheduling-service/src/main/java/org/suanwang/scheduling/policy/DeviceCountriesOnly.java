package org.suanwang.scheduling.policy;

import java.util.Set;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Tasks that need devices run on those of makers from these countries only (what node affinity with
 * a label of the country says in Kubernetes): a rule that asks for domestic devices, say. Devices
 * of which nobody stated the country are not let through.
 *
 * @param countries ISO 3166-1 alpha-2
 */
record DeviceCountriesOnly(Set<String> countries) implements GroupFilter {
  static final String NAME = "device-countries";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean admits(FleetLayout layout, FleetLayout.Group group, TaskRequest request) {
    DeviceType type = layout.deviceType(group);
    String country = type == null ? null : type.country();
    return !request.needsDevices() || (country != null && countries.contains(country));
  }
}
