package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLimits;

/**
 * Reads the nodes of {@code kubectl get nodes -o json}, or of a list in which they stand beside
 * pods: what is allocatable of CPU, memory and devices. The type of the devices is what a label of
 * the node says, or else the name of the resource. Cordoned nodes are not taken.
 */
public final class KubernetesNodes {
  private static final BigDecimal MILLI = BigDecimal.valueOf(1000);
  private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);

  private final NodeCollector nodes = new NodeCollector();
  private final TraceOptions options;

  private KubernetesNodes(TraceOptions options) {
    this.options = options;
  }

  /**
   * Reads one list or several, one after another.
   *
   * @throws InvalidInputException naming every bad node
   */
  public static Fleet load(String name, Reader from, TraceOptions options) {
    KubernetesNodes list = new KubernetesNodes(options);
    new JsonRecords("items").read(from, list::add);
    return list.nodes.toFleet("kubernetes", name);
  }

  private void add(JsonEntry entry) {
    boolean isCordoned = entry.at("spec").path("unschedulable").asBoolean(false);
    if (!isNode(entry) || isCordoned) {
      return;
    }
    String name = entry.name("metadata.name", FleetLimits.NAME_LENGTH_MAX);
    JsonNode has = entry.at("status").path("allocatable");
    int cpu = within(entry, "cpu", PodResources.of(entry, has, "cpu").multiply(MILLI));
    int memory =
        within(
            entry,
            "memory",
            PodResources.of(entry, has, "memory").divide(MIB, 0, RoundingMode.FLOOR));
    String resource = resource(entry, has);
    int devices = resource == null ? 0 : devices(entry, has, resource);
    nodes.add(
        entry,
        "metadata.name",
        name,
        NodeCollector.node(type(entry, resource), devices, cpu, memory));
  }

  private static boolean isNode(JsonEntry entry) {
    String kind = entry.text("kind");
    return kind.equals("Node") || (kind.isEmpty() && entry.at("status").has("allocatable"));
  }

  private static int within(JsonEntry entry, String resource, BigDecimal amount) {
    if (amount.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE - 1)) <= 0) {
      return amount.intValue();
    }
    entry.refuse(resource, amount.toPlainString(), "must be below 2^31 milli-cores or MiB");
    return 0;
  }

  private @Nullable String resource(JsonEntry entry, JsonNode has) {
    List<String> there =
        options.deviceResources().stream()
            .filter(r -> PodResources.of(entry, has, r).signum() > 0)
            .toList();
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

  private @Nullable String type(JsonEntry entry, @Nullable String resource) {
    if (resource == null) {
      return null;
    }
    String told =
        DeviceResources.findType(entry.at("metadata").path("labels"), options.deviceTypeLabel());
    return told == null ? resource : told;
  }
}
