package org.suanwang.scheduling.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which nodes with taints are room for jobs: those on which a pod with devices runs, and those that
 * such a pod, or one that waits, tolerates. The others, above all those of the control plane, are
 * not. Pods that are no jobs ({@link PodsLeftOut}) make no room for others. Where the list has no
 * pods, nobody knows, and all are.
 */
final class TaintedNodes {
  /** Where pods tolerate more kinds of things than that, every node is room. */
  private static final int KINDS_MAX = 200;

  private static final int KEYS_TOLD_MAX = 3;

  private final TraceOptions options;
  private final Set<String> inUse = new HashSet<>();
  private final Set<List<Taint.Toleration>> tolerated = new LinkedHashSet<>();
  private final Map<List<Taint>, Boolean> known = new HashMap<>();
  private boolean hasPods;

  TaintedNodes(TraceOptions options) {
    this.options = options;
  }

  /**
   * Takes a pod. What is no job says nothing: those that belong to their nodes tolerate everything,
   * and no job goes where only those behind gates may go.
   */
  void add(JsonEntry pod, boolean mayBeJob) {
    hasPods = true;
    if (!mayBeJob) {
      return;
    }
    PodState state = PodState.of(pod);
    boolean hasDevices = asksForDevices(new PodResources(pod));
    if (hasDevices && state == PodState.HOLDS) {
      inUse.add(pod.text("spec.nodeName"));
    }
    if ((hasDevices || state == PodState.WAITS) && tolerated.size() <= KINDS_MAX) {
      tolerated.add(Taint.tolerations(pod));
    }
  }

  private boolean asksForDevices(PodResources asks) {
    return options.deviceResources().stream().anyMatch(each -> asks.amount(each).signum() > 0)
        || asks.others(options.deviceResources()).stream()
            .anyMatch(each -> MigResource.find(each) != null);
  }

  /** Whether a node with these taints is room for jobs; asked once all pods are there. */
  boolean isRoom(String node, List<Taint> taints) {
    return taints.isEmpty()
        || !hasPods
        || inUse.contains(node)
        || tolerated.size() > KINDS_MAX
        || known.computeIfAbsent(taints, this::isTolerated);
  }

  private boolean isTolerated(List<Taint> taints) {
    return tolerated.stream().anyMatch(by -> Taint.areTolerated(taints, by));
  }

  /** Taints by their keys, as a sentence names them. */
  static String told(List<Taint> taints) {
    Set<String> keys = taints.stream().map(Taint::key).collect(Collectors.toSet());
    String names = FewNames.ofLabels(keys, KEYS_TOLD_MAX);
    return (keys.size() == 1 ? "the taint " : "the taints ") + names;
  }
}
