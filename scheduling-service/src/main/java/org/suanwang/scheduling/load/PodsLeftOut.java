package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pods are no jobs, whatever they ask for. */
final class PodsLeftOut {
  private static final String OF_ITS_NODE = "of its node (DaemonSet or static)";
  private static final String CLAIMS =
      "takes devices by resourceClaims, of which the list does not tell how many: ask for them as"
          + " resources";
  private static final String GATED = "held back by schedulingGates: remove them to take it";

  private PodsLeftOut() {}

  /** Why a pod is left out; null if it may be a job. */
  static @Nullable String reason(JsonEntry pod) {
    if (HeldByPods.isOfItsNode(pod)) {
      return OF_ITS_NODE;
    }
    if (hasClaims(pod)) {
      return CLAIMS;
    }
    boolean isGated = has(pod.at("spec"), "schedulingGates");
    return isGated && PodState.of(pod) == PodState.WAITS ? GATED : null;
  }

  /**
   * By dynamic resource allocation: a pod names claims, and each container those that it uses. As
   * jobs without devices such pods would make room where there is none.
   */
  private static boolean hasClaims(JsonEntry pod) {
    JsonNode spec = pod.at("spec");
    if (has(spec, "resourceClaims") || has(spec.path("resources"), "claims")) {
      return true;
    }
    for (String list : List.of("containers", "initContainers")) {
      for (JsonNode container : spec.path(list)) {
        if (has(container.path("resources"), "claims")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Nothing and an empty list say the same. */
  private static boolean has(JsonNode object, String list) {
    return !object.path(list).isEmpty();
  }
}
