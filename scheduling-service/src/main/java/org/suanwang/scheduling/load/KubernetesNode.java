package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A node of Kubernetes: whether it is taken, and which devices it offers. */
final class KubernetesNode {
  private final JsonEntry entry;
  private final TraceOptions options;

  KubernetesNode(JsonEntry entry, TraceOptions options) {
    this.entry = entry;
    this.options = options;
  }

  /** Whether an entry of a list is a node; kubectl does not always say the kind. */
  static boolean isNode(JsonEntry entry) {
    String kind = entry.text("kind");
    return kind.equals("Node") || (kind.isEmpty() && entry.at("status").has("allocatable"));
  }

  /** Why the scheduler of Kubernetes would start nothing on it; null when it would. */
  @Nullable String findObstacle() {
    if (entry.at("spec").path("unschedulable").asBoolean(false)) {
      return "cordoned";
    }
    for (JsonNode condition : entry.at("status").path("conditions")) {
      boolean isReady = condition.path("status").asText("").equals("True");
      if (condition.path("type").asText("").equals("Ready") && !isReady) {
        return "not ready";
      }
    }
    return null;
  }

  JsonNode allocatable() {
    return entry.at("status").path("allocatable");
  }

  /** Resources that are devices, of which it has some. */
  List<String> deviceResources() {
    return options.deviceResources().stream().filter(this::has).toList();
  }

  /** Resources of plugins that nobody said to be devices, of which it has some. */
  Set<String> otherResources() {
    Set<String> names = new TreeSet<>();
    ExtendedResources.addNames(allocatable(), names);
    names.removeIf(name -> options.deviceResources().contains(name) || !has(name));
    return names;
  }

  /** Whether its devices, if it has any, are such as can be offered in slices beside whole ones. */
  boolean hasWholeDevicesOnly() {
    return options.deviceResources().contains(MigResource.WHOLE)
        && deviceResources().stream().allMatch(MigResource.WHOLE::equals);
  }

  private boolean has(String resource) {
    return PodResources.of(entry, allocatable(), resource).signum() > 0;
  }

  /** The type of its devices of a resource. */
  String type(String resource) {
    String told =
        DeviceResources.findType(
            entry.at("metadata").path("labels"), options.deviceTypeLabel(), resource);
    return told == null ? resource : told;
  }
}
