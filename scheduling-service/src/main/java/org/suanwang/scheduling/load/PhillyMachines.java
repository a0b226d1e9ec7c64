package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLimits;

/**
 * Reads the machine list of Microsoft's Philly clusters, {@code machineId, number of GPUs, single
 * GPU mem}. What is known of a device is its memory, which names its type: {@code gpu-24GB}. CPU
 * and host memory are not told, and never short.
 */
public final class PhillyMachines {
  private static final String MACHINE = "machineId";
  private static final String DEVICES = "number of GPUs";
  private static final String MEMORY = "single GPU mem";

  private final NodeCollector nodes = new NodeCollector();

  private PhillyMachines() {}

  /**
   * Reads a whole list.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static Fleet load(String name, Reader from) {
    PhillyMachines list = new PhillyMachines();
    new CsvTable().read(from, List.of(MACHINE, DEVICES, MEMORY), list::add);
    return list.nodes.toFleet("philly", name);
  }

  private void add(CsvTable line) {
    String name = line.name(MACHINE, FleetLimits.NAME_LENGTH_MAX);
    int devices = line.count(DEVICES, 0, FleetLimits.DEVICES_PER_NODE_MAX);
    String memory = line.name(MEMORY, FleetLimits.NAME_LENGTH_MAX - 4);
    nodes.add(line, MACHINE, name, NodeCollector.node("gpu-" + memory, devices, 0, 0));
  }
}
