package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.FleetLimits;

/**
 * Reads the nodes of {@code kubectl get nodes -o json}, or of a list in which they stand beside
 * pods: what is allocatable of CPU, memory and devices, without what pods hold for good ({@link
 * HeldByPods}). The type of the devices is what a label of the node says, or else the name of the
 * resource. Slices of devices are taken as devices of their type with templates ({@link CutTypes}).
 * Nodes that are cordoned or not ready are left out, and those whose taints no job tolerates
 * ({@link TaintedNodes}); resources of plugins that nobody said to be devices are told.
 */
public final class KubernetesNodes {
  private static final BigDecimal MILLI = BigDecimal.valueOf(1000);
  private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);
  private static final String OVERCOMMITTED =
      "its own pods ask for more than it has: what is left is next to nothing";

  private static final String CUT =
      "has devices that are cut: counted as whole ones with templates";

  private static final int TOLD_MAX = 20;

  private final Set<String> told = new HashSet<>();
  private final NodeCollector nodes = new NodeCollector(true);
  private final List<Listed> listed = new ArrayList<>();
  private final CutTypes cuts = new CutTypes();
  private final HeldByPods held;
  private final TaintedNodes tainted;
  private final FewReasons taints = new FewReasons("has other taints, which are not counted");
  private final TraceOptions options;
  private @Nullable RecordedFleet made;

  /** A node as it stands in the list; pods may come before it or after it. */
  private record Listed(
      JsonEntry place,
      String name,
      @Nullable String type,
      @Nullable String resource,
      int devices,
      @Nullable CutNode cut,
      BigDecimal cpuMilli,
      BigDecimal memoryBytes,
      List<Taint> taints) {}

  private KubernetesNodes(TraceOptions options) {
    this.options = options;
    held = new HeldByPods(options);
    tainted = new TaintedNodes(options);
  }

  /**
   * Reads one list or several, one after another.
   *
   * @throws InvalidInputException naming every bad node
   */
  public static RecordedFleet load(String name, Reader from, TraceOptions options) {
    KubernetesNodes list = new KubernetesNodes(options);
    new JsonRecords("items").read(from, list::add, () -> list.finish(name));
    return Objects.requireNonNull(list.made);
  }

  private void add(JsonEntry entry) {
    if (KubernetesNode.isNode(entry)) {
      addNode(entry);
    } else if (HeldByPods.isPod(entry)) {
      boolean mayBeJob = PodsLeftOut.reason(entry) == null;
      held.add(entry, mayBeJob);
      tainted.add(entry, mayBeJob);
    }
  }

  private void addNode(JsonEntry entry) {
    KubernetesNode node = new KubernetesNode(entry, options);
    String obstacle = node.findObstacle();
    if (obstacle != null) {
      nodes.leaveOut(obstacle);
      return;
    }
    CutNode cut = cuts.read(entry, node);
    tellOthers(node, cut);
    String name = entry.name("metadata.name", FleetLimits.NODE_NAME_LENGTH_MAX);
    JsonNode has = node.allocatable();
    BigDecimal cpu =
        within(entry, "cpu", PodResources.of(entry, has, "cpu").multiply(MILLI), BigDecimal.ONE);
    BigDecimal memory = within(entry, "memory", PodResources.of(entry, has, "memory"), MIB);
    String resource = resource(entry, node);
    int devices = devices(entry, has, resource, cut);
    String type = type(node, resource, cut);
    if (listed.size() == FleetLimits.NODES_MAX) {
      throw new InvalidInputException(
          entry.where(),
          name,
          "at most " + FleetLimits.NODES_MAX + " nodes",
          "send a smaller list");
    }
    listed.add(
        new Listed(
            entry.placeOnly(), name, type, resource, devices, cut, cpu, memory, Taint.of(entry)));
  }

  private void finish(String name) {
    for (Listed node : listed) {
      if (isRoom(node)) {
        finish(node);
      }
    }
    cuts.types().forEach(nodes::describe);
    made = nodes.toRecorded("kubernetes", name);
  }

  private boolean isRoom(Listed node) {
    if (node.taints().isEmpty()) {
      return true;
    }
    String has = "has " + TaintedNodes.told(node.taints());
    if (tainted.isRoom(node.name(), node.taints())) {
      nodes.noteChange(
          taints.of(has + " not counted: jobs that do not tolerate it may start there"));
      return true;
    }
    nodes.leaveOut(taints.of(has + ", which no pod with devices and none that waits tolerates"));
    return false;
  }

  private void finish(Listed node) {
    int cpu = left(node.cpuMilli(), held.of(node.name(), "cpu").multiply(MILLI), BigDecimal.ONE);
    int memory = left(node.memoryBytes(), held.of(node.name(), "memory"), MIB);
    String resource = node.resource();
    int taken =
        resource == null
            ? 0
            : held.of(node.name(), resource).min(BigDecimal.valueOf(node.devices())).intValue();
    CutNode cut = node.cut();
    int divided = cut == null ? 0 : cut.devices(each -> held.of(node.name(), each));
    nodes.add(
        node.place(),
        "metadata.name",
        node.name(),
        NodeCollector.node(node.type(), node.devices() - taken + divided, cpu, memory));
  }

  /**
   * What pods leave of an amount, in whole units. At least one, for none would say that it does not
   * matter; so where the list does not tell what there is.
   */
  private int left(BigDecimal amount, BigDecimal taken, BigDecimal unit) {
    if (amount.signum() == 0) {
      return 0;
    }
    BigDecimal left = amount.subtract(taken).divide(unit, 0, RoundingMode.FLOOR);
    if (left.signum() > 0 || taken.signum() == 0) {
      return left.intValue();
    }
    if (left.signum() < 0) {
      nodes.noteChange(OVERCOMMITTED);
    }
    return 1;
  }

  /** A few names only: the answer is to stay short whatever was sent. */
  private void tellOthers(KubernetesNode node, @Nullable CutNode cut) {
    if (cut != null && !cut.amounts().isEmpty()) {
      nodes.noteChange(CUT);
    }
    Set<String> others = node.otherResources();
    Map<String, String> obstacles = cut == null ? Map.of() : cut.obstacles();
    others.removeIf(name -> cut != null && cut.counts(name));
    others.removeIf(name -> !told.contains(name) && told.size() >= TOLD_MAX);
    told.addAll(others);
    others.forEach(
        name ->
            nodes.noteChange(
                ExtendedResources.told(List.of(name))
                    + " not counted: "
                    + obstacles.getOrDefault(
                        name, "name it in deviceResources if it is a device")));
  }

  private static BigDecimal within(
      JsonEntry entry, String resource, BigDecimal amount, BigDecimal unit) {
    BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE - 1);
    if (amount.compareTo(most.multiply(unit)) <= 0) {
      return amount;
    }
    entry.refuse(
        resource, amount.divide(unit).toPlainString(), "must be below 2^31 milli-cores or MiB");
    return BigDecimal.ZERO;
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

  private static @Nullable String type(
      KubernetesNode node, @Nullable String resource, @Nullable CutNode cut) {
    boolean isCut = cut != null && !cut.amounts().isEmpty();
    return resource == null && !isCut
        ? null
        : node.type(resource == null ? MigResource.WHOLE : resource);
  }

  /** Devices that are not cut. */
  private static int devices(
      JsonEntry entry, JsonNode has, @Nullable String resource, @Nullable CutNode cut) {
    if (resource == null) {
      return 0;
    }
    int divided = cut == null ? 0 : cut.devices(each -> BigDecimal.ZERO);
    BigDecimal amount = PodResources.of(entry, has, resource);
    BigDecimal most = BigDecimal.valueOf(FleetLimits.DEVICES_PER_NODE_MAX - divided);
    if (amount.compareTo(most) <= 0 && amount.stripTrailingZeros().scale() <= 0) {
      return amount.intValue();
    }
    entry.refuse(resource, amount.toPlainString(), "must be a whole number from 0 to " + most);
    return 0;
  }
}
