package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * What a job of the Philly log really held.
 *
 * @param devices of its first attempt
 * @param seconds of all attempts together, at least one
 * @param whyNot why it cannot be taken; null when it can
 */
record PhillyAttempts(int devices, long seconds, @Nullable String whyNot) {
  private static final String NONE = "None";

  static PhillyAttempts of(JsonEntry job) {
    JsonNode attempts = job.at("attempts");
    if (!attempts.isArray()) {
      job.refuse("attempts", attempts.toString(), "must be an array of attempts");
      return without("attempts unreadable");
    }
    if (attempts.isEmpty()) {
      return without("never ran");
    }
    long seconds = 0;
    for (JsonNode node : attempts) {
      JsonEntry attempt = job.inside(node);
      if (isUnknown(attempt, "start_time") || isUnknown(attempt, "end_time")) {
        return without("an attempt has no start or end");
      }
      long run = attempt.time("end_time") - attempt.time("start_time");
      if (run < 0) {
        attempt.refuse(
            "attempts.end_time", attempt.text("end_time"), "must not be before start_time");
        return without("attempts unreadable");
      }
      seconds += run;
    }
    return of(devices(attempts.path(0), job), Math.max(1, seconds), job);
  }

  private static PhillyAttempts of(int devices, long seconds, JsonEntry job) {
    if (seconds > WorkloadLimits.SECONDS_MAX) {
      job.refuse("attempts", seconds + " s", "must last at most " + WorkloadLimits.SECONDS_MAX);
    }
    return devices == 0
        ? without("asked for no device")
        : new PhillyAttempts(devices, Math.min(seconds, WorkloadLimits.SECONDS_MAX), null);
  }

  private static int devices(JsonNode attempt, JsonEntry job) {
    JsonNode detail = attempt.path("detail");
    requireList(detail, "attempts.detail", "must be an array of nodes", job);
    int devices = 0;
    for (JsonNode node : detail) {
      JsonNode gpus = node.path("gpus");
      requireList(gpus, "attempts.detail.gpus", "must be an array of devices", job);
      devices += gpus.size();
    }
    return devices;
  }

  private static void requireList(JsonNode told, String field, String rule, JsonEntry job) {
    if (!told.isArray() && !told.isMissingNode()) {
      job.refuse(field, told.toString(), rule);
    }
  }

  private static boolean isUnknown(JsonEntry attempt, String field) {
    return attempt.isBlank(field) || attempt.text(field).equals(NONE);
  }

  private static PhillyAttempts without(String reason) {
    return new PhillyAttempts(0, 1, reason);
  }
}
