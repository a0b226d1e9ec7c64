package org.suanwang.scheduling.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** What the nodes beside the pods of a list tell of them: which devices can be meant. */
final class PodNodes {
  private final Map<String, String> typeByNode = new HashMap<>();
  private final Map<String, Set<String>> typesByResource = new HashMap<>();
  private final Set<String> allTypes = new LinkedHashSet<>();
  private final Map<String, String> leftOut = new HashMap<>();
  private final List<Tainted> tainted = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final CutTypes cuts = new CutTypes();
  private final Map<String, CutNode> cutByNode = new HashMap<>();
  private boolean isEmpty = true;

  /** What nodes of which it is not known yet whether they are taken have. */
  private record Tainted(String name, List<Taint> taints, Offer offer) {}

  /** What a node has: types of devices by resource, and devices that are cut. */
  private record Offer(Map<String, String> types, @Nullable CutNode cut) {}

  /** Takes a node; one without a name is told by who reads the fleet. */
  void add(JsonEntry entry, TraceOptions options) {
    KubernetesNode node = new KubernetesNode(entry, options);
    String name = entry.name("metadata.name", FleetLimits.NODE_NAME_LENGTH_MAX);
    isEmpty = false;
    known.add(name);
    if (node.findObstacle() != null) {
      leftOut.put(name, "runs on a node that is cordoned or not ready");
      return;
    }
    Map<String, String> types = new LinkedHashMap<>();
    node.deviceResources().forEach(resource -> types.put(resource, node.type(resource)));
    Offer offer = new Offer(types, cuts.read(entry, node));
    List<Taint> taints = Taint.of(entry);
    if (taints.isEmpty()) {
      take(name, offer);
    } else {
      tainted.add(new Tainted(name, taints, offer));
    }
  }

  /** Once all nodes and pods are there: nodes that are no room for jobs are not in the fleet. */
  void finish(TaintedNodes room) {
    for (Tainted node : tainted) {
      if (room.isRoom(node.name(), node.taints())) {
        take(node.name(), node.offer());
      } else {
        leftOut.put(node.name(), "runs on a node whose taints leave it out");
      }
    }
  }

  private void take(String name, Offer offer) {
    CutNode cut = offer.cut();
    if (cut != null && !cut.amounts().isEmpty()) {
      allTypes.add(cut.type());
      typeByNode.put(name, cut.type());
      cutByNode.put(name, cut);
    }
    offer
        .types()
        .forEach(
            (resource, type) -> {
              allTypes.add(type);
              typesByResource.computeIfAbsent(resource, r -> new LinkedHashSet<>()).add(type);
              typeByNode.put(name, type);
            });
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

  /** Why a node stands in the list but is not in the fleet; null when it is. */
  @Nullable String whyLeftOut(String node) {
    return leftOut.get(node);
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
