package org.suanwang.scheduling.cluster;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Equal nodes of one hub.
 *
 * @param deviceType id; null for nodes without devices
 * @param nodes how many
 * @param devicesPerNode 0 for nodes without devices
 * @param cpuMilliPerNode thousandths of a core; 0 when CPU is not modelled and never short
 * @param memoryMibPerNode host memory; 0 when it is not modelled and never short
 * @param price what a device costs; null when nothing is charged
 * @param nodesPerRack how many nodes after each other are a rack; null when nobody told
 * @param nodeNames of each node its own; none when nobody told, as in pools that were kept before
 *     there were any
 */
public record Pool(
    @Nullable String deviceType,
    int nodes,
    int devicesPerNode,
    int cpuMilliPerNode,
    int memoryMibPerNode,
    @Nullable Price price,
    @Nullable Integer nodesPerRack,
    List<String> nodeNames) {
  public Pool {
    nodeNames = List.copyOf(Objects.requireNonNullElse(nodeNames, List.of()));
    if (!nodeNames.isEmpty() && nodeNames.size() != nodes) {
      throw new IllegalArgumentException(
          "names of %d nodes, not of %d".formatted(nodeNames.size(), nodes));
    }
  }

  /** A pool of which the nodes have no names. */
  public Pool(
      @Nullable String deviceType,
      int nodes,
      int devicesPerNode,
      int cpuMilliPerNode,
      int memoryMibPerNode,
      @Nullable Price price,
      @Nullable Integer nodesPerRack) {
    this(
        deviceType,
        nodes,
        devicesPerNode,
        cpuMilliPerNode,
        memoryMibPerNode,
        price,
        nodesPerRack,
        List.of());
  }

  /** A pool of which no racks are known. */
  public Pool(
      @Nullable String deviceType,
      int nodes,
      int devicesPerNode,
      int cpuMilliPerNode,
      int memoryMibPerNode,
      @Nullable Price price) {
    this(deviceType, nodes, devicesPerNode, cpuMilliPerNode, memoryMibPerNode, price, null);
  }

  public long devices() {
    return (long) nodes * devicesPerNode;
  }
}
