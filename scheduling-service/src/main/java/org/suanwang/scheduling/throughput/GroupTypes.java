package org.suanwang.scheduling.throughput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;

/** The device types of a fleet by number, in the order of its groups. */
final class GroupTypes {
  private final List<@Nullable String> types = new ArrayList<>();
  private final int[] typeOfGroup;

  GroupTypes(FleetLayout layout) {
    Map<@Nullable String, Integer> numbers = new LinkedHashMap<>();
    typeOfGroup = new int[layout.groups().size()];
    for (FleetLayout.Group group : layout.groups()) {
      Integer known = numbers.get(group.deviceType());
      if (known == null) {
        known = numbers.size();
        numbers.put(group.deviceType(), known);
        types.add(group.deviceType());
      }
      typeOfGroup[group.index()] = known;
    }
  }

  int size() {
    return types.size();
  }

  /** Null for nodes without devices. */
  @Nullable String type(int number) {
    return types.get(number);
  }

  int ofGroup(int group) {
    return typeOfGroup[group];
  }

  /** The number of a type; negative when the fleet has none of it. */
  int number(@Nullable String type) {
    return types.indexOf(type);
  }
}
