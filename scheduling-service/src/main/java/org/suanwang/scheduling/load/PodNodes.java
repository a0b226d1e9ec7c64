package org.suanwang.scheduling.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** What the nodes beside the pods of a list tell of them: which devices can be meant. */
final class PodNodes {
  private final Map<String, String> typeByNode = new HashMap<>();
  private final Map<String, Set<String>> typesByResource = new HashMap<>();
  private final Set<String> allTypes = new LinkedHashSet<>();
  private final Set<String> leftOut = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final CutTypes cuts = new CutTypes();
  private final Map<String, CutNode> cutByNode = new HashMap<>();
  private boolean isEmpty = true;

  /** Takes a node; one without a name is told by who reads the fleet. */
  void add(JsonEntry entry, TraceOptions options) {
    KubernetesNode node = new KubernetesNode(entry, options);
    String name = entry.name("metadata.name", FleetLimits.NAME_LENGTH_MAX);
    isEmpty = false;
    known.add(name);
    if (node.findObstacle() != null) {
      leftOut.add(name);
      return;
    }
    CutNode cut = cuts.read(entry, node);
    if (cut != null && !cut.amounts().isEmpty()) {
      allTypes.add(cut.type());
      typeByNode.put(name, cut.type());
      cutByNode.put(name, cut);
    }
    for (String resource : node.deviceResources()) {
      String type = node.type(resource);
      allTypes.add(type);
      typesByResource.computeIfAbsent(resource, r -> new LinkedHashSet<>()).add(type);
      typeByNode.put(name, type);
    }
  }

  /**
   * The kinds of slices of a resource that a pod may have: on the device type that it names, or on
   * the node it runs on.
   */
  List<SliceKind> kinds(SeenPod pod, MigResource resource) {
    List<String> named = pod.request().deviceTypes();
    boolean hasNode = pod.state() == PodState.HOLDS && known.contains(pod.node());
    return cuts.kinds(resource).stream()
        .filter(kind -> named.isEmpty() || named.contains(kind.type()))
        .filter(kind -> !hasNode || isCutSo(pod.node(), kind))
        .toList();
  }

  private boolean isCutSo(String node, SliceKind kind) {
    CutNode cut = cutByNode.get(node);
    return cut != null && cut.amounts().containsKey(kind);
  }

  /** Memory of a device of a node; 0 when none is cut there. */
  int deviceMemoryMib(String node) {
    return cuts.deviceMemoryMib(typeByNode.getOrDefault(node, ""));
  }

  /** Whether nodes stand in the list, but not this one. */
  boolean isMissing(String node) {
    return !isEmpty && !known.contains(node);
  }

  /**
   * What pods without devices must have alike to start as one job on the nodes they run on: the
   * type of the devices there, or the very node where the list has no nodes.
   */
  String kindOfPlace(SeenPod pod) {
    if (pod.state() != PodState.HOLDS || pod.resource() != null) {
      return "";
    }
    return isEmpty ? pod.node() : typeByNode.getOrDefault(pod.node(), "");
  }

  /** Whether a node stands in the list but is not in the fleet. */
  boolean isLeftOut(String node) {
    return leftOut.contains(node);
  }

  /**
   * On which device types a pod may run: the one it names, the one it runs on, or those that have
   * its resource; any where the list has no nodes or all have that resource. A resource that no
   * node has is a type that no node has.
   */
  List<String> types(SeenPod pod) {
    String resource = pod.resource();
    if (resource == null || isEmpty || !pod.request().deviceTypes().isEmpty()) {
      return pod.request().deviceTypes();
    }
    String own = pod.state() == PodState.HOLDS ? typeByNode.get(pod.node()) : null;
    if (own != null) {
      return List.of(own);
    }
    Set<String> fitting = typesByResource.getOrDefault(resource, Set.of(resource));
    boolean isAny = fitting.equals(allTypes) || fitting.size() > WorkloadLimits.DEVICE_TYPES_MAX;
    return isAny ? List.of() : List.copyOf(fitting);
  }
}
