package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * When a list of nodes and pods was taken: as nobody wrote it down, the latest time that stands in
 * it. Nodes tell that they are alive every few minutes.
 */
final class SnapshotTime {
  /** Fields below the status that tell of the past. */
  private static final Set<String> PAST =
      Set.of(
          "startTime",
          "startedAt",
          "finishedAt",
          "lastHeartbeatTime",
          "lastProbeTime",
          "lastTransitionTime");

  private long latestSeconds;

  /** Looks at the times of an entry. */
  void see(JsonEntry entry) {
    take(entry.at("metadata").path("creationTimestamp"));
    seeBelow(entry.at("status"));
  }

  private void seeBelow(JsonNode part) {
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      if (PAST.contains(field.getKey())) {
        take(field.getValue());
      } else {
        seeBelow(field.getValue());
      }
    }
    if (part.isArray()) {
      part.forEach(this::seeBelow);
    }
  }

  private void take(JsonNode time) {
    Instant at = time.isTextual() ? TraceTime.find(time.textValue()) : null;
    if (at != null) {
      latestSeconds = Math.max(latestSeconds, at.getEpochSecond());
    }
  }

  /** The latest of those it has seen, seconds since 1970. */
  long latestSeconds() {
    return latestSeconds;
  }
}
