package org.suanwang.kubernetes.rule;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1Namespace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;

/** One namespace, rendered with the rest, in which the API server enforces "restricted". */
public final class NamespaceRules {

  private NamespaceRules() {}

  /** Every object is in the namespace that is rendered, or in none when none is rendered. */
  public static List<Finding> objectsShareTheRenderedNamespace(Manifests manifests) {
    Set<@Nullable String> rendered = new HashSet<>();
    manifests.all(V1Namespace.class).forEach(n -> rendered.add(n.getMetadata().getName()));
    if (rendered.isEmpty()) {
      rendered.add(null);
    }
    List<Finding> findings = new ArrayList<>();
    for (KubernetesObject object : manifests.objects()) {
      if (!(object instanceof V1Namespace)
          && !rendered.contains(object.getMetadata().getNamespace())) {
        findings.add(
            new Finding(
                object.getKind() + " " + object.getMetadata().getName(),
                "is in namespace " + object.getMetadata().getNamespace() + ", not in " + rendered));
      }
    }
    return findings;
  }

  /** The namespace carries the labels of PodSecurity "restricted". */
  public static List<Finding> namespacesEnforceRestricted(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1Namespace namespace : manifests.all(V1Namespace.class)) {
      Map<String, String> labels = Absent.orNone(namespace.getMetadata().getLabels());
      for (String mode : List.of("enforce", "audit", "warn")) {
        if (!"restricted".equals(labels.get("pod-security.kubernetes.io/" + mode))) {
          findings.add(
              new Finding(
                  "Namespace " + namespace.getMetadata().getName(),
                  "does not " + mode + " the restricted profile"));
        }
      }
    }
    return findings;
  }
}
