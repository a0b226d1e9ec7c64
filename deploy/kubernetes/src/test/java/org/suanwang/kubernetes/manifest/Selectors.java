package org.suanwang.kubernetes.manifest;

import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1LabelSelectorRequirement;
import java.util.Map;

/** Whether labels match a selector, as the Kubernetes API defines it. */
public final class Selectors {

  private Selectors() {}

  /** True when every label and every expression of the selector holds; an empty one matches all. */
  public static boolean matches(V1LabelSelector selector, Map<String, String> labels) {
    return matches(Absent.orNone(selector.getMatchLabels()), labels)
        && Absent.orNone(selector.getMatchExpressions()).stream().allMatch(e -> holds(e, labels));
  }

  /** True when the labels contain every wanted one. */
  public static boolean matches(Map<String, String> wanted, Map<String, String> labels) {
    return labels.entrySet().containsAll(wanted.entrySet());
  }

  private static boolean holds(V1LabelSelectorRequirement expression, Map<String, String> labels) {
    String key = expression.getKey();
    boolean among =
        labels.containsKey(key)
            && Absent.orNone(expression.getValues()).contains(String.valueOf(labels.get(key)));
    return switch (expression.getOperator()) {
      case "In" -> among;
      case "NotIn" -> !among;
      case "Exists" -> labels.containsKey(key);
      case "DoesNotExist" -> !labels.containsKey(key);
      default -> throw new IllegalArgumentException("Unknown operator " + expression.getOperator());
    };
  }
}
