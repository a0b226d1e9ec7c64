package org.suanwang.scheduling.load;

import java.util.Map;
import java.util.TreeMap;
import org.suanwang.scheduling.workload.Job;

/** Lists in the shape of {@code kubectl get nodes,pods -A -o json}, made up. */
final class KubernetesLists {
  static final String A100 = "NVIDIA-A100-SXM4-80GB";
  static final String GPU = "nvidia.com/gpu";
  static final String NOW = "2026-11-30T12:00:00Z";

  static final String MIG = "nvidia.com/mig-";

  private KubernetesLists() {}

  static String list(String... items) {
    return """
        {"apiVersion": "v1", "kind": "List", "metadata": {"resourceVersion": ""}, "items": [
        %s
        ]}"""
        .formatted(String.join(",\n", items));
  }

  static String node(String name, String product, String resource, int amount) {
    return """
        {"apiVersion": "v1", "kind": "Node",
         "metadata": {"name": "%s", "creationTimestamp": "2026-01-05T08:00:00Z",
           "labels": {"kubernetes.io/hostname": "n", "nvidia.com/gpu.product": "%s"}},
         "spec": {"podCIDR": "10.0.0.0/24"},
         "status": {"allocatable": {"cpu": "96", "ephemeral-storage": "94Gi", "hugepages-2Mi": "0",
             "memory": "1000Gi", "pods": "110", "%s": "%d"},
           "conditions": [
             {"type": "MemoryPressure", "status": "False", "lastHeartbeatTime": "2026-11-30T11:58:00Z"},
             {"type": "Ready", "status": "True", "lastHeartbeatTime": "2026-11-30T12:00:00Z",
              "lastTransitionTime": "2026-01-05T08:10:00Z"}]}}"""
        .formatted(name, product, resource, amount);
  }

  static String pod(String name, String spec, String status, String asks) {
    return """
        {"apiVersion": "v1", "kind": "Pod",
         "metadata": {"name": "%s", "namespace": "team", "labels": {},
           "creationTimestamp": "2026-10-01T12:00:00Z"},
         "spec": {%s "restartPolicy": "Never",
           "initContainers": [{"name": "fetch", "resources": {"requests": {"cpu": "1"}}}],
           "containers": [{"name": "main", "image": "train", "resources":
             {"limits": {%s}, "requests": {"cpu": "8", "memory": "64Gi", %s}}}]},
         "status": {%s, "conditions": [{"type": "PodScheduled", "status": "True",
             "lastProbeTime": null, "lastTransitionTime": "2026-10-01T12:00:00Z"}]}}"""
        .formatted(name, spec, asks, asks, status);
  }

  static String asks(String resource, int amount) {
    return "\"%s\": \"%d\"".formatted(resource, amount);
  }

  static String running(String name, String node, int devices, String since) {
    String status =
        """
        "phase": "Running", "startTime": "%s", "containerStatuses": [
          {"name": "main", "ready": true, "state": {"running": {"startedAt": "%s"}}}]"""
            .formatted(since, since);
    return pod(name, "\"nodeName\": \"" + node + "\",", status, asks(GPU, devices));
  }

  static String pending(String name, int devices, String created) {
    return pod(name, "", "\"phase\": \"Pending\"", asks(GPU, devices))
        .replace(
            "\"creationTimestamp\": \"2026-10-01T12:00:00Z\"",
            "\"creationTimestamp\": \"" + created + "\"");
  }

  static String completed(String name) {
    String status =
        """
        "phase": "Succeeded", "startTime": "2026-11-29T08:00:00Z", "containerStatuses": [{"name": "main",
          "state": {"terminated": {"exitCode": 0, "finishedAt": "2026-11-29T09:00:00Z"}}}]""";
    return pod(name, "\"nodeName\": \"n0\",", status, asks(GPU, 8));
  }

  /** A node of so many whole devices, and slices: a profile and how many, and so on. */
  static String cut(String name, String product, int whole, Object... slices) {
    StringBuilder others = new StringBuilder("\"pods\": \"110\", ");
    for (int i = 0; i < slices.length; i += 2) {
      others.append("\"%s%s\": \"%s\", ".formatted(MIG, slices[i], slices[i + 1]));
    }
    return node(name, product, GPU, whole).replace("\"pods\": \"110\",", others);
  }

  static String labelled(String node, String label, String value) {
    return node.replace("\"labels\": {", "\"labels\": {\"%s\": \"%s\", ".formatted(label, value));
  }

  static String on(String name, String node, String profile, int slices) {
    return running(name, node, slices, NOW).replace(GPU, MIG + profile);
  }

  static String waits(String name, String profile, int slices) {
    return pod(name, "", "\"phase\": \"Pending\"", asks(MIG + profile, slices));
  }

  static RecordedWorkload read(String text, String... options) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    return TraceCases.load("kubernetes", text, given);
  }

  static RecordedFleet fleet(String text) {
    return TraceCases.format("kubernetes")
        .loadFleet("f", TraceCases.bytes(text), TraceOptions.DEFAULT);
  }

  static Job job(RecordedWorkload read, String id) {
    return read.jobs().toList().stream().filter(j -> j.id().equals(id)).findFirst().orElseThrow();
  }
}
