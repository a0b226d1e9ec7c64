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
    if (isOfItsNode(pod)) {
      return OF_ITS_NODE;
    }
    if (hasClaims(pod)) {
      return CLAIMS;
    }
    boolean isGated = has(pod, pod.at("spec"), "spec", "schedulingGates");
    return isGated && PodState.of(pod) == PodState.WAITS ? GATED : null;
  }

  private static boolean isOfItsNode(JsonEntry pod) {
    String owner = pod.at("metadata").path("ownerReferences").path(0).path("kind").asText("");
    return owner.equals("DaemonSet") || owner.equals("Node");
  }

  /**
   * By dynamic resource allocation: a pod names claims, and each container those that it uses. As
   * jobs without devices such pods would make room where there is none.
   */
  private static boolean hasClaims(JsonEntry pod) {
    JsonNode spec = pod.at("spec");
    if (has(pod, spec, "spec", "resourceClaims")
        || has(pod, spec.path("resources"), "spec.resources", "claims")) {
      return true;
    }
    for (String list : List.of("containers", "initContainers")) {
      for (JsonNode container : spec.path(list)) {
        if (has(pod, container.path("resources"), "spec." + list + ".resources", "claims")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Nothing, null and an empty array say the same. What is no array is refused: passed over, it
   * would let the pod be the job that it is not.
   */
  private static boolean has(JsonEntry pod, JsonNode object, String path, String list) {
    JsonNode told = object.path(list);
    if (told.isArray() || told.isNull() || told.isMissingNode()) {
      return !told.isEmpty();
    }
    pod.refuse(path + "." + list, told.toString(), "must be an array");
    return false;
  }
}
