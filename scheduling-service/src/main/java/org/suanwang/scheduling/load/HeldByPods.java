package org.suanwang.scheduling.load;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.cluster.FleetLimits;

/**
 * What pods hold of their nodes for good, as the scheduler of Kubernetes counts it: those that run
 * and are no jobs ({@link PodsLeftOut}), so that no end gives it back; or, if asked, all that run.
 * What has ended holds nothing.
 */
final class HeldByPods {
  private final TraceOptions options;
  private final Map<String, Map<String, BigDecimal>> byNode = new HashMap<>();

  HeldByPods(TraceOptions options) {
    this.options = options;
  }

  /** Whether an entry of a list is a pod; kubectl does not always say the kind. */
  static boolean isPod(JsonEntry entry) {
    String kind = entry.text("kind");
    return kind.equals("Pod") || (kind.isEmpty() && entry.at("spec").has("containers"));
  }

  /** Takes a pod, if it holds something for good. */
  void add(JsonEntry pod, boolean mayBeJob) {
    boolean holds = PodState.of(pod) == PodState.HOLDS && !pod.isBlank("spec.nodeName");
    if (!holds || (mayBeJob && !options.takesOffRunning())) {
      return;
    }
    String node = pod.text("spec.nodeName");
    Map<String, BigDecimal> held = byNode.computeIfAbsent(node, n -> new HashMap<>());
    if (byNode.size() > FleetLimits.NODES_MAX) {
      throw new InvalidInputException(
          pod.where(), node, "at most " + FleetLimits.NODES_MAX + " nodes", "send a smaller list");
    }
    PodResources asks = new PodResources(pod);
    put(held, "cpu", asks);
    put(held, "memory", asks);
    options.deviceResources().forEach(resource -> put(held, resource, asks));
    asks.others(options.deviceResources()).stream()
        .filter(resource -> MigResource.find(resource) != null)
        .forEach(resource -> put(held, resource, asks));
  }

  private static void put(Map<String, BigDecimal> held, String resource, PodResources asks) {
    BigDecimal amount = asks.amount(resource);
    if (amount.signum() > 0) {
      held.merge(resource, amount, BigDecimal::add);
    }
  }

  /** How much of a resource pods hold on a node, in its base unit. */
  BigDecimal of(String node, String resource) {
    return byNode.getOrDefault(node, Map.of()).getOrDefault(resource, BigDecimal.ZERO);
  }
}
