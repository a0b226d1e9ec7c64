package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;

/**
 * Energy of allocated devices: thermal design power × time allocated × PUE of the hub, where that
 * goes by hours their mean. An upper figure, since a device seldom draws its design power; idle
 * devices and hosts are not in it. {@link EnergyUse} tells more.
 *
 * @param kilowattHours sum over the types whose power is known
 * @param typesWithoutPower types that were used but whose power nobody stated
 * @param hubsWithoutPue hubs that were used but whose PUE nobody stated; counted with 1
 */
public record Energy(
    double kilowattHours, List<String> typesWithoutPower, List<String> hubsWithoutPue) {
  static final double MILLI_WATT_SECONDS_PER_KWH = 3.6e9;

  static Energy of(FleetLayout layout, UsageTable usage) {
    double kilowattHours = 0;
    List<String> withoutPower = new ArrayList<>();
    List<String> withoutPue = new ArrayList<>();
    for (FleetLayout.Group group : layout.groups()) {
      String type = group.deviceType();
      long allocated = usage.allocated(group);
      if (type != null && allocated > 0) {
        Double watts = layout.fleet().findDeviceType(type).map(DeviceType::powerWatts).orElse(null);
        Hub hub = layout.hub(group);
        Double pue = hub.pueMean();
        note(withoutPower, watts, type);
        note(withoutPue, pue, hub.id());
        kilowattHours +=
            allocated
                * (watts == null ? 0 : watts)
                * (pue == null ? 1 : pue)
                / MILLI_WATT_SECONDS_PER_KWH;
      }
    }
    return new Energy(kilowattHours, List.copyOf(withoutPower), List.copyOf(withoutPue));
  }

  private static void note(List<String> missing, @Nullable Double value, String name) {
    if (value == null && !missing.contains(name)) {
      missing.add(name);
    }
  }
}
