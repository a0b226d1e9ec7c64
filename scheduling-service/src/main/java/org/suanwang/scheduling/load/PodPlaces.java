package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which nodes a pod insists beside the type of its devices: by labels, or by affinity. The
 * simulation knows nothing of it, so it is told.
 */
final class PodPlaces {
  private static final int LABELS_TOLD_MAX = 3;
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  /** Which system a node has: the same on all that are meant here. */
  private static final String SYSTEM = "kubernetes.io/os";

  private PodPlaces() {}

  /** What it insists on, by name; nothing when it does not. */
  static String told(JsonEntry pod, TraceOptions options) {
    Set<String> labels = new TreeSet<>();
    for (Iterator<String> names = pod.at("spec").path("nodeSelector").fieldNames();
        names.hasNext(); ) {
      String name = names.next();
      if (!name.equals(SYSTEM) && !DeviceResources.isTypeLabel(name, options.deviceTypeLabel())) {
        labels.add(name);
      }
    }
    Set<String> told = new TreeSet<>();
    if (!labels.isEmpty()) {
      told.add("nodeSelector " + FewNames.ofLabels(labels, LABELS_TOLD_MAX));
    }
    JsonNode affinity = pod.at("spec").path("affinity");
    for (String kind : List.of("nodeAffinity", "podAffinity", "podAntiAffinity")) {
      if (!affinity.path(kind).path(REQUIRED).isEmpty()) {
        told.add("required " + kind);
      }
    }
    return String.join(", ", told);
  }
}
