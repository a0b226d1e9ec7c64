package org.suanwang.scheduling.load;

import java.io.Reader;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Pool;

/**
 * Reads the machine list of Alibaba's PAI trace of 2020, {@code pai_machine_spec}, with or without
 * its header: CPUs and devices in units, memory in GiB. Machines of type {@code CPU} have no
 * device.
 */
public final class PaiMachines {
  private static final List<String> COLUMNS =
      List.of("machine", "gpu_type", "cap_cpu", "cap_mem", "cap_gpu");
  private static final int CPUS_MAX = 2_000_000;
  private static final int MIB_PER_GIB = 1024;
  private static final int MILLI = 1000;

  private final NodeCollector nodes = new NodeCollector();

  private PaiMachines() {}

  /**
   * Reads a whole list.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static Fleet load(String name, Reader from) {
    PaiMachines list = new PaiMachines();
    new CsvTable().read(from, COLUMNS, COLUMNS, list::add);
    return list.nodes.toFleet("pai", name);
  }

  private void add(CsvTable line) {
    String name = line.name("machine", FleetLimits.NAME_LENGTH_MAX);
    String type = line.name("gpu_type", FleetLimits.NAME_LENGTH_MAX);
    double cpus = line.number("cap_cpu", 0, CPUS_MAX);
    double memory = line.number("cap_mem", 0, CPUS_MAX);
    int devices = line.count("cap_gpu", 0, FleetLimits.DEVICES_PER_NODE_MAX);
    Pool kind =
        NodeCollector.node(
            type, devices, (int) (cpus * MILLI), (int) Math.floor(memory * MIB_PER_GIB));
    nodes.add(line, "machine", name, kind);
  }
}
