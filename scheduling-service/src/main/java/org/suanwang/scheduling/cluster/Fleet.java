package org.suanwang.scheduling.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.workload.SupplyMix;

/**
 * The hubs of a compute network with their device types.
 *
 * @param name for people
 * @param hubs in the order in which first-fit looks at them
 * @param deviceTypes of all pools
 * @param catalogVersion where the types come from; null when the request brought all of them
 * @param links between the hubs; none in fleets that were kept before there were any
 * @param country whose makers' devices are domestic here, ISO 3166-1 alpha-2; null when nobody said
 */
public record Fleet(
    String name,
    List<Hub> hubs,
    List<DeviceType> deviceTypes,
    @Nullable CatalogVersion catalogVersion,
    List<Link> links,
    @Nullable String country) {
  public Fleet {
    links = List.copyOf(Objects.requireNonNullElse(links, List.of()));
    hubs = List.copyOf(hubs);
    deviceTypes = List.copyOf(deviceTypes);
  }

  /** A fleet of which no links between its hubs are known, nor its country. */
  public Fleet(
      String name,
      List<Hub> hubs,
      List<DeviceType> deviceTypes,
      @Nullable CatalogVersion catalogVersion) {
    this(name, hubs, deviceTypes, catalogVersion, List.of(), null);
  }

  /** The same with these links between its hubs. */
  public Fleet withLinks(List<Link> newLinks) {
    return new Fleet(name, hubs, deviceTypes, catalogVersion, newLinks, country);
  }

  public long nodes() {
    return hubs.stream().flatMap(h -> h.pools().stream()).mapToLong(Pool::nodes).sum();
  }

  public long devices() {
    return hubs.stream().flatMap(h -> h.pools().stream()).mapToLong(Pool::devices).sum();
  }

  public long devices(String deviceType) {
    return hubs.stream()
        .flatMap(h -> h.pools().stream())
        .filter(p -> deviceType.equals(p.deviceType()))
        .mapToLong(Pool::devices)
        .sum();
  }

  public Optional<DeviceType> findDeviceType(String id) {
    return deviceTypes.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** What a generator of jobs needs to know. */
  public SupplyMix supplyMix() {
    Map<String, SupplyMix.Portion> portions = new LinkedHashMap<>();
    for (Hub hub : hubs) {
      for (Pool pool : hub.pools()) {
        String type = pool.deviceType();
        if (type != null && pool.devices() > 0) {
          portions.merge(
              hub.id() + "\0" + type,
              new SupplyMix.Portion(hub.id(), type, pool.devices(), pool.devicesPerNode()),
              Fleet::together);
        }
      }
    }
    return new SupplyMix(List.copyOf(portions.values()));
  }

  private static SupplyMix.Portion together(SupplyMix.Portion a, SupplyMix.Portion b) {
    return new SupplyMix.Portion(
        a.hub(),
        a.deviceType(),
        a.devices() + b.devices(),
        Math.max(a.devicesPerNodeMax(), b.devicesPerNodeMax()));
  }
}
