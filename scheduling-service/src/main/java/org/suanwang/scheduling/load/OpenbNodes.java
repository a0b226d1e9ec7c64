package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLimits;

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

  private final NodeCollector nodes = new NodeCollector();

  private OpenbNodes() {}

  /**
   * Reads a whole list.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static Fleet load(String name, Reader from) {
    OpenbNodes list = new OpenbNodes();
    new CsvTable().read(from, COLUMNS, list::add);
    return list.nodes.toFleet(HUB, name);
  }

  private void add(CsvTable line) {
    String name = line.name("sn", FleetLimits.NAME_LENGTH_MAX);
    int cpu = (int) line.whole("cpu_milli", 0, Integer.MAX_VALUE - 1);
    int memory = (int) line.whole("memory_mib", 0, Integer.MAX_VALUE - 1);
    int gpus = (int) line.whole("gpu", 0, FleetLimits.DEVICES_PER_NODE_MAX);
    String model = line.text("model");
    if (gpus > 0 == model.isEmpty()) {
      line.refuse("model", model, "must name the model exactly when there are devices");
    } else if (gpus > 0) {
      line.name("model", FleetLimits.NAME_LENGTH_MAX);
    }
    nodes.add(line, "sn", name, NodeCollector.node(model, gpus, cpu, memory));
  }
}
