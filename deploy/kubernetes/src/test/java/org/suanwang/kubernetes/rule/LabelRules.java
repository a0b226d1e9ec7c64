package org.suanwang.kubernetes.rule;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/** The standard labels, by which people and tools find what belongs together. */
public final class LabelRules {

  private static final String PREFIX = "app.kubernetes.io/";
  private static final List<String> POD_LABELS =
      List.of("name", "component", "part-of", "managed-by");

  private LabelRules() {}

  /** Every pod names its program, its role and the whole it is part of. */
  public static List<Finding> podsCarryTheStandardLabels(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (String label : POD_LABELS) {
        if (!workload.podLabels().containsKey(PREFIX + label)) {
          findings.add(
              new Finding(workload.subject(), "its pods lack the label " + PREFIX + label));
        }
      }
    }
    return findings;
  }

  /** Every object says that it is part of suanwang. */
  public static List<Finding> objectsArePartOfSuanwang(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (KubernetesObject object : manifests.objects()) {
      Map<String, String> labels = Absent.orNone(object.getMetadata().getLabels());
      if (!(object instanceof V1Namespace) && !"suanwang".equals(labels.get(PREFIX + "part-of"))) {
        findings.add(
            new Finding(
                object.getKind() + " " + object.getMetadata().getName(),
                "lacks the label " + PREFIX + "part-of=suanwang"));
      }
    }
    return findings;
  }

  /** Prometheus is told where the metrics of our services are. */
  public static List<Finding> servicesTellPrometheusWhereToScrape(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      if (workload.name().endsWith("-service") && !isScraped(workload)) {
        findings.add(
            new Finding(
                workload.subject(),
                "its prometheus.io annotations do not lead to /q/metrics on port http"));
      }
    }
    return findings;
  }

  private static boolean isScraped(Workload workload) {
    Map<String, String> annotations = workload.podAnnotations();
    String port = workload.findPort("http").map(String::valueOf).orElse("none");
    return "true".equals(annotations.get("prometheus.io/scrape"))
        && port.equals(annotations.get("prometheus.io/port"))
        && "/q/metrics".equals(annotations.get("prometheus.io/path"));
  }
}
