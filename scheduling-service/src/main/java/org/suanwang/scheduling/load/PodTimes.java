package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * When a pod was created, and how long it ran or may run. All are seconds, those of instants since
 * 1970.
 *
 * @param created when
 * @param started when its node took it; null when none has
 * @param ran from then to the end of its last container; null while it has not ended, or when
 *     nobody wrote down when
 * @param deadline after how many seconds from its start Kubernetes stops it; null: never
 */
record PodTimes(long created, @Nullable Long started, @Nullable Long ran, @Nullable Long deadline) {
  private static final String START = "status.startTime";
  private static final String DEADLINE = "spec.activeDeadlineSeconds";

  /** What a pod tells of it; a finding where it ended before it started. */
  static PodTimes of(JsonEntry pod, PodState state) {
    Long started = pod.isBlank(START) ? null : Long.valueOf(pod.time(START));
    Instant end = state == PodState.ENDED ? findEnd(pod) : null;
    Long ran = end == null || started == null ? null : Long.valueOf(end.getEpochSecond() - started);
    if (ran != null && ran < 0) {
      pod.refuse(START, pod.text(START), "must not be after the end of its containers, " + end);
    }
    return new PodTimes(
        pod.time("metadata.creationTimestamp"),
        started,
        ran == null ? null : Long.valueOf(Math.max(1, ran)),
        pod.isBlank(DEADLINE)
            ? null
            : Long.valueOf(pod.whole(DEADLINE, 1, WorkloadLimits.SECONDS_MAX)));
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

  private long elapsed(long now) {
    return started == null ? 0 : Math.max(0, now - started);
  }

  /** Whether at an instant it has run for so long already. */
  boolean hasRunFor(long seconds, long now) {
    return elapsed(now) >= seconds;
  }

  /**
   * How long it runs on from an instant. One that has run for longer than anybody thought runs as
   * long again, for nothing is known of it any more.
   *
   * @param whole run time that is assumed of all pods
   */
  long rest(long whole, long now) {
    long rest = hasRunFor(whole, now) ? whole : whole - elapsed(now);
    return deadline == null ? rest : Math.max(1, Math.min(rest, deadline - elapsed(now)));
  }
}
