package org.suanwang.scheduling.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;

/**
 * Collects the nodes of one site. Nodes alike in everything become one pool, in the order in which
 * the first of each kind appears.
 */
final class NodeCollector {
  private final Map<Pool, List<String>> nodesOfKind = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final SortedMap<String, Integer> leftOut = new TreeMap<>();
  private final SortedMap<String, Integer> changed = new TreeMap<>();
  private final Map<String, DeviceType> described = new LinkedHashMap<>();
  private final boolean keepsNames;
  private long devices;

  /** Of a list whose names nobody asks for later. */
  NodeCollector() {
    this(false);
  }

  /** Of a list whose names jobs may name, or not. */
  NodeCollector(boolean keepsNames) {
    this.keepsNames = keepsNames;
  }

  /** Takes a node; a finding when its name came before. */
  void add(TraceEntry entry, String nameField, String name, Pool kind) {
    if (!name.isEmpty() && !names.add(name)) {
      entry.refuse(nameField, name, "must be unique in the list");
    }
    devices += kind.devices();
    if (names.size() > FleetLimits.NODES_MAX || devices > FleetLimits.DEVICES_MAX) {
      throw new InvalidInputException(
          entry.where(),
          names.size() + " nodes",
          "at most %d nodes and %d devices"
              .formatted(FleetLimits.NODES_MAX, FleetLimits.DEVICES_MAX),
          "send a smaller list");
    }
    nodesOfKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
    if (nodesOfKind.size() > FleetLimits.POOLS_MAX) {
      throw new InvalidInputException(
          entry.where(),
          "",
          "at most " + FleetLimits.POOLS_MAX + " kinds of nodes",
          "send a smaller list");
    }
  }

  /** Tells more of a type of devices than its name. */
  void describe(DeviceType type) {
    described.put(type.id(), type);
  }

  void leaveOut(String reason) {
    leftOut.merge(reason, 1, Integer::sum);
  }

  void noteChange(String what) {
    changed.merge(what, 1, Integer::sum);
  }

  /** One node of a kind; no type is no devices. */
  static Pool node(@Nullable String type, int devices, int cpuMilli, int memoryMib) {
    return new Pool(devices == 0 ? null : type, 1, devices, cpuMilli, memoryMib, null);
  }

  /**
   * The fleet of these nodes.
   *
   * @throws InvalidInputException when there is none
   */
  Fleet toFleet(String hub, String name) {
    if (names.isEmpty()) {
      throw new InvalidInputException(
          "(body)", "left out: " + leftOut, "must have at least one node", "send nodes");
    }
    List<Pool> pools = new ArrayList<>();
    Set<String> models = new LinkedHashSet<>();
    nodesOfKind.forEach(
        (kind, nodeNames) -> {
          pools.add(
              new Pool(
                  kind.deviceType(),
                  nodeNames.size(),
                  kind.devicesPerNode(),
                  kind.cpuMilliPerNode(),
                  kind.memoryMibPerNode(),
                  null,
                  null,
                  keepsNames ? nodeNames : List.of()));
          if (kind.deviceType() != null) {
            models.add(kind.deviceType());
          }
        });
    models.addAll(described.keySet());
    List<DeviceType> types =
        models.stream()
            .map(model -> described.getOrDefault(model, DeviceType.named(model)))
            .toList();
    return new Fleet(name, List.of(new Hub(hub, name, null, pools)), types, null);
  }

  /**
   * The same with what was not taken as it is.
   *
   * @throws InvalidInputException when there is none
   */
  RecordedFleet toRecorded(String hub, String name) {
    return new RecordedFleet(toFleet(hub, name), leftOut, changed);
  }
}
