package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;

/**
 * Reads the node list of the Alibaba "openb" GPU trace of 2023: {@code sn, cpu_milli, memory_mib,
 * gpu, model}. Nodes alike in all of these become one pool, in the order in which the first of each
 * kind appears. CPU in thousandths of a core, memory in MiB.
 */
public final class OpenbNodes {
  /** The trace is of one site. */
  public static final String HUB = "openb";

  private static final List<String> COLUMNS =
      List.of("sn", "cpu_milli", "memory_mib", "gpu", "model");

  private final Map<Pool, Integer> nodesOfKind = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private long devices;

  private OpenbNodes() {}

  /**
   * Reads a whole list.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static Fleet load(String name, Reader from) {
    OpenbNodes nodes = new OpenbNodes();
    nodes.read(from);
    return nodes.toFleet(name);
  }

  private void read(Reader from) {
    new CsvTable().read(from, COLUMNS, this::add);
    if (names.isEmpty()) {
      throw new InvalidInputException("(body)", "", "must have at least one node", "send nodes");
    }
  }

  private void add(CsvTable line) {
    String name = line.name("sn", FleetLimits.NAME_LENGTH_MAX);
    int cpu = (int) line.whole("cpu_milli", 0, Integer.MAX_VALUE - 1);
    int memory = (int) line.whole("memory_mib", 0, Integer.MAX_VALUE - 1);
    int gpus = (int) line.whole("gpu", 0, FleetLimits.DEVICES_PER_NODE_MAX);
    String model = line.text("model");
    if (!name.isEmpty() && !names.add(name)) {
      line.refuse("sn", name, "must be unique in the list");
    }
    if (gpus > 0 == model.isEmpty()) {
      line.refuse("model", model, "must name the model exactly when there are devices");
    } else if (gpus > 0) {
      line.name("model", FleetLimits.NAME_LENGTH_MAX);
    }
    devices += gpus;
    if (names.size() > FleetLimits.NODES_MAX || devices > FleetLimits.DEVICES_MAX) {
      throw new InvalidInputException(
          "line " + line.line(),
          names.size() + " nodes",
          "at most %d nodes and %d devices"
              .formatted(FleetLimits.NODES_MAX, FleetLimits.DEVICES_MAX),
          "send a smaller list");
    }
    nodesOfKind.merge(new Pool(orNull(model), 1, gpus, cpu, memory, null), 1, Integer::sum);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Fleet toFleet(String name) {
    List<Pool> pools = new ArrayList<>();
    Set<String> models = new LinkedHashSet<>();
    nodesOfKind.forEach(
        (kind, nodes) -> {
          pools.add(
              new Pool(
                  kind.deviceType(),
                  nodes,
                  kind.devicesPerNode(),
                  kind.cpuMilliPerNode(),
                  kind.memoryMibPerNode(),
                  null));
          if (kind.deviceType() != null) {
            models.add(kind.deviceType());
          }
        });
    List<DeviceType> types = models.stream().map(DeviceType::named).toList();
    return new Fleet(name, List.of(new Hub(HUB, name, null, pools)), types, null);
  }
}
