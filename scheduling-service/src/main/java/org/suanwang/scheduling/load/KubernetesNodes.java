package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.FleetLimits;

/**
 * Reads the nodes of {@code kubectl get nodes -o json}, or of a list in which they stand beside
 * pods: what is allocatable of CPU, memory and devices. The type of the devices is what a label of
 * the node says, or else the name of the resource. Nodes that are cordoned or not ready are left
 * out; resources of plugins that nobody said to be devices are told.
 */
public final class KubernetesNodes {
  private static final BigDecimal MILLI = BigDecimal.valueOf(1000);
  private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);

  private static final int TOLD_MAX = 20;

  private final Set<String> told = new HashSet<>();
  private final NodeCollector nodes = new NodeCollector(true);
  private final TraceOptions options;

  private KubernetesNodes(TraceOptions options) {
    this.options = options;
  }

  /**
   * Reads one list or several, one after another.
   *
   * @throws InvalidInputException naming every bad node
   */
  public static RecordedFleet load(String name, Reader from, TraceOptions options) {
    KubernetesNodes list = new KubernetesNodes(options);
    new JsonRecords("items").read(from, list::add);
    return list.nodes.toRecorded("kubernetes", name);
  }

  private void add(JsonEntry entry) {
    if (!KubernetesNode.isNode(entry)) {
      return;
    }
    KubernetesNode node = new KubernetesNode(entry, options);
    String obstacle = node.findObstacle();
    if (obstacle != null) {
      nodes.leaveOut(obstacle);
      return;
    }
    tellOthers(node);
    String name = entry.name("metadata.name", FleetLimits.NAME_LENGTH_MAX);
    JsonNode has = node.allocatable();
    int cpu = within(entry, "cpu", PodResources.of(entry, has, "cpu").multiply(MILLI));
    int memory =
        within(
            entry,
            "memory",
            PodResources.of(entry, has, "memory").divide(MIB, 0, RoundingMode.FLOOR));
    String resource = resource(entry, node);
    int devices = resource == null ? 0 : devices(entry, has, resource);
    String type = resource == null ? null : node.type(resource);
    nodes.add(entry, "metadata.name", name, NodeCollector.node(type, devices, cpu, memory));
  }

  /** A few names only: the answer is to stay short whatever was sent. */
  private void tellOthers(KubernetesNode node) {
    Set<String> others = node.otherResources();
    others.removeIf(name -> !told.contains(name) && told.size() >= TOLD_MAX);
    told.addAll(others);
    others.forEach(
        name ->
            nodes.noteChange(
                ExtendedResources.told(List.of(name))
                    + " not counted: name it in deviceResources if it is a device"));
  }

  private static int within(JsonEntry entry, String resource, BigDecimal amount) {
    if (amount.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE - 1)) <= 0) {
      return amount.intValue();
    }
    entry.refuse(resource, amount.toPlainString(), "must be below 2^31 milli-cores or MiB");
    return 0;
  }

  private static @Nullable String resource(JsonEntry entry, KubernetesNode node) {
    List<String> there = node.deviceResources();
    if (there.size() > 1) {
      entry.refuse(
          "status.allocatable",
          there.toString(),
          "a node has devices of one resource; name those that count with deviceResources");
    }
    return there.isEmpty() ? null : there.getFirst();
  }

  private static int devices(JsonEntry entry, JsonNode has, String resource) {
    BigDecimal amount = PodResources.of(entry, has, resource);
    BigDecimal most = BigDecimal.valueOf(FleetLimits.DEVICES_PER_NODE_MAX);
    if (amount.compareTo(most) <= 0 && amount.stripTrailingZeros().scale() <= 0) {
      return amount.intValue();
    }
    entry.refuse(resource, amount.toPlainString(), "must be a whole number from 0 to " + most);
    return 0;
  }
}
