package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;

/**
 * From where the devices are that jobs held, by the country of their maker.
 *
 * @param countries in the order of the fleet's device types; what nobody stated is a country null
 * @param domesticCountry the fleet's; null when nobody stated it
 */
public record DeviceOrigins(List<OfCountry> countries, @Nullable String domesticCountry) {
  public DeviceOrigins {
    countries = List.copyOf(countries);
  }

  /**
   * The devices of one country's makers.
   *
   * @param country ISO 3166-1 alpha-2; null for those of which nobody stated it
   * @param devices how many there are
   * @param allocatedMilliDeviceSeconds thousandths of a device × seconds
   * @param allocation share of what could have been allocated, 0 to 1
   * @param shareOfAllocated of what jobs held of all devices, 0 to 1; null when they held none
   */
  public record OfCountry(
      @Nullable String country,
      long devices,
      long allocatedMilliDeviceSeconds,
      double allocation,
      @Nullable Double shareOfAllocated) {}

  /**
   * Of a run.
   *
   * @return null where nothing was stated of any country
   */
  public static @Nullable DeviceOrigins of(Fleet fleet, RunMetrics metrics) {
    if (fleet.country() == null
        && fleet.deviceTypes().stream().allMatch(t -> t.country() == null)) {
      return null;
    }
    Map<String, String> countryOfType = new LinkedHashMap<>();
    for (DeviceType type : fleet.deviceTypes()) {
      if (type.country() != null) {
        countryOfType.put(type.id(), type.country());
      }
    }
    Map<@Nullable String, List<Usage>> byCountry = new LinkedHashMap<>();
    for (Usage usage : metrics.deviceTypes()) {
      byCountry
          .computeIfAbsent(countryOfType.get(usage.deviceType()), c -> new ArrayList<>())
          .add(usage);
    }
    long all = metrics.total().allocatedMilliDeviceSeconds();
    List<OfCountry> countries = new ArrayList<>();
    byCountry.forEach((country, usages) -> countries.add(sum(country, usages, all, metrics)));
    return new DeviceOrigins(countries, fleet.country());
  }

  private static OfCountry sum(
      @Nullable String country, List<Usage> usages, long all, RunMetrics metrics) {
    long devices = usages.stream().mapToLong(Usage::devices).sum();
    long held = usages.stream().mapToLong(Usage::allocatedMilliDeviceSeconds).sum();
    Usage sum = Usage.of(null, null, devices, held, metrics.windowSeconds());
    return new OfCountry(
        country, devices, held, sum.allocation(), all == 0 ? null : (Double) ((double) held / all));
  }

  /**
   * Which share of the device time that jobs held was of devices from the fleet's country; null
   * when that is not stated, nothing was held, or it is not known of some that were held from where
   * they are.
   */
  public @Nullable Double domesticShare() {
    if (domesticCountry == null) {
      return null;
    }
    double domestic = 0;
    for (OfCountry country : countries) {
      Double share = country.shareOfAllocated();
      if (share == null || (country.country() == null && share > 0)) {
        return null;
      }
      domestic += Objects.equals(country.country(), domesticCountry) ? share : 0;
    }
    return domestic;
  }
}
