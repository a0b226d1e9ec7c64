package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cluster.Price;

/** Reads the hubs of a {@link FleetRequest} and notes everything that is wrong with them. */
final class FleetReader {
  private static final String PRICE_UNIT = "CNY/(device.h)";

  private final Findings findings;
  private final Set<String> nodeNames = new HashSet<>();
  private long nodes;
  private long devices;
  private int pools;

  FleetReader(Findings findings) {
    this.findings = findings;
  }

  List<Hub> readHubs(@Nullable List<FleetRequest.@Nullable HubRequest> requests) {
    List<FleetRequest.@Nullable HubRequest> given = Objects.requireNonNullElse(requests, List.of());
    findings.require(
        !given.isEmpty() && given.size() <= FleetLimits.HUBS_MAX,
        "hubs",
        given.size() + " hubs",
        "must be 1 to " + FleetLimits.HUBS_MAX,
        "describe at least one hub");
    List<Hub> hubs = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      String field = "hubs[" + i + "]";
      FleetRequest.HubRequest hub = given.get(i);
      if (hub == null) {
        findings.add(field, null, "must be a hub", "remove the null");
      } else {
        hubs.add(readHub(field, hub, ids));
      }
    }
    checkTotals();
    return hubs;
  }

  private void checkTotals() {
    findings.require(
        nodes <= FleetLimits.NODES_MAX && devices <= FleetLimits.DEVICES_MAX,
        "hubs",
        nodes + " nodes, " + devices + " devices",
        "at most %d nodes and %d devices".formatted(FleetLimits.NODES_MAX, FleetLimits.DEVICES_MAX),
        "split the fleet");
    findings.require(
        pools <= FleetLimits.POOLS_MAX,
        "hubs",
        pools + " pools",
        "at most " + FleetLimits.POOLS_MAX + " pools",
        "join pools of equal nodes");
  }

  private Hub readHub(String field, FleetRequest.HubRequest hub, Set<String> ids) {
    String id = findings.name(field + ".id", hub.id(), FleetLimits.NAME_LENGTH_MAX);
    findings.require(
        id.isEmpty() || ids.add(id), field + ".id", id, "must be unique", "rename the hub");
    String name = hub.name() == null ? id : hub.name();
    findings.name(field + ".name", name.isEmpty() ? null : name, FleetLimits.NAME_LENGTH_MAX);
    Double pue =
        hub.pue() == null
            ? null
            : findings.number(field + ".pue", hub.pue(), 1, EnergyReader.PUE_MAX, 1);
    return new Hub(
        id,
        name,
        pue,
        readPools(field, hub.pools()),
        many(field + ".racksPerSpine", hub.racksPerSpine()),
        new EnergyReader(findings, field).read(hub));
  }

  private List<Pool> readPools(
      String hub, @Nullable List<FleetRequest.@Nullable PoolRequest> requests) {
    List<FleetRequest.@Nullable PoolRequest> given =
        Objects.requireNonNullElse(requests, List.of());
    findings.require(
        !given.isEmpty(), hub + ".pools", "0 pools", "must be at least one", "describe a pool");
    List<Pool> read = new ArrayList<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      String field = hub + ".pools[" + i + "]";
      FleetRequest.PoolRequest pool = given.get(i);
      if (pool == null) {
        findings.add(field, null, "must be a pool", "remove the null");
      } else {
        read.add(readPool(field, pool));
      }
    }
    pools += given.size();
    return read;
  }

  private Pool readPool(String field, FleetRequest.PoolRequest pool) {
    int count = required(field + ".nodes", pool.nodes(), 1, FleetLimits.NODES_MAX);
    boolean hasDevices = pool.deviceType() != null;
    int perNode =
        hasDevices
            ? required(
                field + ".devicesPerNode",
                pool.devicesPerNode(),
                1,
                FleetLimits.DEVICES_PER_NODE_MAX)
            : findings.whole(field + ".devicesPerNode", pool.devicesPerNode(), 0, 0, 0);
    if (hasDevices) {
      findings.name(field + ".deviceType", pool.deviceType(), FleetLimits.NAME_LENGTH_MAX);
    }
    nodes += count;
    devices += (long) count * perNode;
    int most = Integer.MAX_VALUE - 1;
    return new Pool(
        pool.deviceType(),
        count,
        perNode,
        findings.whole(field + ".cpuMilliPerNode", pool.cpuMilliPerNode(), 1, most, 0),
        findings.whole(field + ".memoryMibPerNode", pool.memoryMibPerNode(), 1, most, 0),
        readPrice(field + ".price", pool.price()),
        many(field + ".nodesPerRack", pool.nodesPerRack()),
        readNames(field + ".nodeNames", pool.nodeNames(), count));
  }

  private List<String> readNames(String field, @Nullable List<@Nullable String> given, int count) {
    if (given == null || given.isEmpty()) {
      return List.of();
    }
    boolean holds =
        findings.require(
            given.size() == count,
            field,
            given.size() + " names",
            "must be as many as the %d nodes of the pool".formatted(count),
            "name all of its nodes, or none");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      String at = field + "[" + i + "]";
      String name = findings.name(at, given.get(i), FleetLimits.NODE_NAME_LENGTH_MAX);
      findings.require(
          name.isEmpty() || nodeNames.add(name), at, name, "must be unique in the fleet", "rename");
      names.add(name);
    }
    return holds && !findings.isFull() ? names : List.of();
  }

  /** How many of something are together; null when nobody told. */
  private @Nullable Integer many(String field, @Nullable Integer value) {
    return value == null
        ? null
        : (Integer) findings.whole(field, value, 1, FleetLimits.NODES_MAX, 1);
  }

  private int required(String field, @Nullable Integer value, int min, int max) {
    findings.require(value != null, field, null, "is required", "give a number from " + min);
    return findings.whole(field, value, min, max, min);
  }

  private @Nullable Price readPrice(String field, FleetRequest.@Nullable PriceRequest price) {
    if (price == null) {
      return null;
    }
    long micro =
        new PriceReader(findings, field)
            .micro(
                price.value(), price.unit(), PRICE_UNIT, price.rationale(), FleetLimits.PRICE_MAX);
    return new Price(micro, Objects.requireNonNullElse(price.rationale(), ""));
  }
}
