package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps pods off a node of Kubernetes that do not tolerate it; the soft ones, which only make
 * others be preferred, are none.
 */
record Taint(String key, String value, String effect) {
  /** What a pod says that it tolerates. Without a key all, without an effect all effects. */
  record Toleration(String key, boolean isOfAnyValue, String value, String effect) {
    private boolean covers(Taint taint) {
      return (key.isEmpty() ? isOfAnyValue : key.equals(taint.key))
          && (isOfAnyValue || value.equals(taint.value))
          && (effect.isEmpty() || effect.equals(taint.effect));
    }
  }

  /** Those of a node. */
  static List<Taint> of(JsonEntry node) {
    List<Taint> taints = new ArrayList<>();
    for (JsonNode taint : node.at("spec").path("taints")) {
      String effect = taint.path("effect").asText("");
      if (effect.equals("NoSchedule") || effect.equals("NoExecute")) {
        taints.add(new Taint(taint.path("key").asText(""), taint.path("value").asText(""), effect));
      }
    }
    return taints;
  }

  /** Those of a pod. */
  static List<Toleration> tolerations(JsonEntry pod) {
    List<Toleration> tolerations = new ArrayList<>();
    for (JsonNode told : pod.at("spec").path("tolerations")) {
      tolerations.add(
          new Toleration(
              told.path("key").asText(""),
              told.path("operator").asText("").equals("Exists"),
              told.path("value").asText(""),
              told.path("effect").asText("")));
    }
    return tolerations;
  }

  /** Whether who tolerates this may go where those are. */
  static boolean areTolerated(List<Taint> taints, List<Toleration> by) {
    return taints.stream().allMatch(taint -> by.stream().anyMatch(each -> each.covers(taint)));
  }
}
