package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To which gang a pod belongs, told by the labels and annotations of those who make gangs. */
final class PodGroup {
  private static final List<String> NAMES =
      List.of(
          "scheduling.k8s.io/group-name",
          "scheduling.x-k8s.io/pod-group",
          "pod-group.scheduling.sigs.k8s.io",
          "kueue.x-k8s.io/pod-group-name",
          "volcano.sh/job-name",
          "training.kubeflow.org/job-name",
          "jobset.sigs.k8s.io/jobset-name",
          "batch.kubernetes.io/job-name",
          "job-name");

  private PodGroup() {}

  /** The name of the gang; null when the pod is alone. */
  static @Nullable String find(JsonEntry pod) {
    JsonNode metadata = pod.at("metadata");
    for (String name : NAMES) {
      for (String place : List.of("labels", "annotations")) {
        String value = metadata.path(place).path(name).asText("").strip();
        if (!value.isEmpty()) {
          return value;
        }
      }
    }
    return null;
  }
}
