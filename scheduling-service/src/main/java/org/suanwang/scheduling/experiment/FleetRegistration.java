package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.check.UnavailableException;
import org.suanwang.scheduling.cluster.CatalogVersion;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.DeviceTypeSnapshot;
import org.suanwang.scheduling.cluster.DeviceTypeSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.network.Link;

/** Gives a new fleet its device types and keeps it. */
public final class FleetRegistration {
  private static final int NAMED_MAX = 10;

  private final Fleets fleets;
  private final DeviceTypeSource source;

  public FleetRegistration(Fleets fleets, DeviceTypeSource source) {
    this.fleets = fleets;
    this.source = source;
  }

  /**
   * Keeps a fleet. Types that the request brings are taken as they are; the catalogue is asked only
   * if others are used.
   *
   * @param own types that the request brings
   * @param links between the hubs
   * @param country whose makers' devices are domestic there; null when nobody said
   * @throws org.suanwang.scheduling.check.InvalidInputException when a type is unknown
   * @throws org.suanwang.scheduling.check.UnavailableException when the catalogue is needed but was
   *     never reached
   */
  public Stored<Fleet> register(
      String name,
      List<Hub> hubs,
      List<DeviceType> own,
      List<Link> links,
      @Nullable String country,
      @Nullable RequestKey key) {
    Map<String, DeviceType> known = new LinkedHashMap<>();
    own.forEach(t -> known.put(t.id(), t));
    Set<String> used = usedTypes(hubs);
    CatalogVersion version = null;
    if (!known.keySet().containsAll(used)) {
      DeviceTypeSnapshot snapshot = load(used.stream().filter(t -> !known.containsKey(t)).toList());
      version = snapshot.version();
      snapshot.types().forEach(t -> known.putIfAbsent(t.id(), t));
    }
    List<DeviceType> types = requireTypes(hubs, known, used);
    return fleets.add(new Fleet(name, hubs, types, version, links, country), key);
  }

  /** The catalogue, which is asked for the sake of these types. */
  private DeviceTypeSnapshot load(List<String> wanted) {
    try {
      return source.load();
    } catch (UnavailableException e) {
      String first = String.join(", ", wanted.subList(0, Math.min(wanted.size(), NAMED_MAX)));
      throw new UnavailableException(
          "deviceTypes of the request do not have %s: %s"
              .formatted(wanted.size() > NAMED_MAX ? first + ", …" : first, e.getMessage()));
    }
  }

  private static Set<String> usedTypes(List<Hub> hubs) {
    Set<String> used = new LinkedHashSet<>();
    for (Hub hub : hubs) {
      for (Pool pool : hub.pools()) {
        String type = pool.deviceType();
        if (type != null) {
          used.add(type);
        }
      }
    }
    return used;
  }

  private static List<DeviceType> requireTypes(
      List<Hub> hubs, Map<String, DeviceType> known, Set<String> used) {
    Findings findings = new Findings();
    for (int h = 0; h < hubs.size(); h++) {
      List<Pool> pools = hubs.get(h).pools();
      for (int p = 0; p < pools.size(); p++) {
        String type = pools.get(p).deviceType();
        if (type != null && !known.containsKey(type)) {
          findings.add(
              "hubs[%d].pools[%d].deviceType".formatted(h, p),
              type,
              "must be a device type of the catalogue or of the request's deviceTypes",
              Suggestion.remedy(type, known.keySet()));
        }
      }
    }
    findings.throwIfAny();
    List<DeviceType> types = new ArrayList<>();
    for (String id : used) {
      DeviceType type = known.get(id);
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }
}
