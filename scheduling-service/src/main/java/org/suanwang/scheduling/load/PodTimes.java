package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a pod ran, or will. */
final class PodTimes {
  private PodTimes() {}

  /**
   * Seconds from the start of a pod that has ended to the end of its last container; of another pod
   * what is told. Null when nothing is known.
   */
  static @Nullable Long findRun(JsonEntry pod, @Nullable Long told) {
    String phase = pod.text("status.phase");
    boolean hasEnded = phase.equals("Succeeded") || phase.equals("Failed");
    Instant end = hasEnded ? findEnd(pod) : null;
    if (end == null || pod.isBlank("status.startTime")) {
      return hasEnded ? null : told;
    }
    Duration run = Duration.between(pod.instant("status.startTime"), end);
    if (run.isNegative()) {
      pod.refuse(
          "status.startTime",
          pod.text("status.startTime"),
          "must not be after the end of its containers, " + end);
      return null;
    }
    return Math.max(1, run.toSeconds());
  }

  private static @Nullable Instant findEnd(JsonEntry pod) {
    Instant last = null;
    for (JsonNode status : pod.at("status").path("containerStatuses")) {
      JsonNode terminated = status.path("state").path("terminated");
      JsonEntry container = pod.inside(terminated);
      if (!container.isBlank("finishedAt")) {
        Instant end = container.instant("finishedAt");
        last = last == null || end.isAfter(last) ? end : last;
      }
    }
    return last;
  }
}
