package org.suanwang.scheduling.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.DurationLaw;
import org.suanwang.scheduling.workload.FittedCluster;
import org.suanwang.scheduling.workload.Likeness;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads the description of generated jobs. */
final class BackgroundReader {
  private static final String FIELD = "background.";
  private static final double DAYS_MAX = 24_855;
  private static final double DAYS_MIN = 1e-3;
  private static final double FRACTIONAL_SHARE_DEFAULT = 0.2;
  private static final double SIGMA_MAX = 10;

  private final Findings findings;
  private final Instant epoch;
  private final FittedCluster.Directory clusters;

  BackgroundReader(Findings findings, Instant epoch, FittedCluster.Directory clusters) {
    this.findings = findings;
    this.epoch = epoch;
    this.clusters = clusters;
  }

  Background read(WorkloadRequest.BackgroundRequest given) {
    findings.require(
        given.jobs() != null && given.days() != null,
        FIELD + "jobs",
        given.jobs(),
        "jobs and days are required",
        "say how many jobs arrive over how many days");
    String jobClass =
        given.jobClass() == null
            ? "background"
            : findings.name(FIELD + "class", given.jobClass(), WorkloadLimits.NAME_LENGTH_MAX);
    return new Background(
        given.seed(),
        findings.whole(FIELD + "jobs", given.jobs(), 0, WorkloadLimits.JOBS_MAX, 0),
        startSeconds(given.start()),
        findings.number(FIELD + "days", given.days(), DAYS_MIN, DAYS_MAX, 1),
        jobClass,
        devices(given.devices()),
        findings.number(
            FIELD + "fractionalShare", given.fractionalShare(), 0, 1, FRACTIONAL_SHARE_DEFAULT),
        law(given.duration()),
        likeness(given));
  }

  private @Nullable Likeness likeness(WorkloadRequest.BackgroundRequest given) {
    String id = given.like();
    if (id == null) {
      return null;
    }
    findings.require(
        given.fractionalShare() == null,
        FIELD + "fractionalShare",
        given.fractionalShare(),
        "cannot stand beside like, which says how many devices jobs have",
        "leave one of them out");
    findings.require(
        given.duration() == null,
        FIELD + "duration",
        given.duration(),
        "cannot stand beside like, which says how long jobs run",
        "leave one of them out");
    FittedCluster cluster = clusters.find(id).orElse(null);
    if (cluster == null) {
      findings.add(
          FIELD + "like",
          id,
          "must be a cluster that is described",
          Suggestion.remedy(id, clusters.ids()));
      return null;
    }
    return new Likeness(cluster, secondOfWeek());
  }

  private long secondOfWeek() {
    OffsetDateTime at = epoch.atOffset(ZoneOffset.UTC);
    return Duration.ofDays(at.getDayOfWeek().getValue() - 1L)
        .plusSeconds(at.toLocalTime().toSecondOfDay())
        .toSeconds();
  }

  private long startSeconds(@Nullable String start) {
    if (start == null) {
      return 0;
    }
    Instant at = WorkloadReader.findInstant(start);
    long seconds = at == null ? -1 : Duration.between(epoch, at).toSeconds();
    boolean holds =
        findings.require(
            seconds >= 0 && seconds <= WorkloadLimits.SECONDS_MAX,
            FIELD + "start",
            start,
            "must be an instant at most 68 years after the epoch " + epoch,
            "write 2025-01-01T00:00:00Z");
    return holds ? seconds : 0;
  }

  private List<String> devices(@Nullable List<@Nullable String> given) {
    Set<String> devices = new LinkedHashSet<>();
    List<@Nullable String> all = Objects.requireNonNullElse(given, List.of());
    findings.require(
        all.size() <= WorkloadLimits.DEVICE_TYPES_MAX,
        FIELD + "devices",
        all.size(),
        "at most " + WorkloadLimits.DEVICE_TYPES_MAX,
        "name fewer");
    for (int i = 0; i < all.size() && !findings.isFull(); i++) {
      devices.add(
          findings.name(FIELD + "devices[" + i + "]", all.get(i), WorkloadLimits.NAME_LENGTH_MAX));
    }
    return List.copyOf(devices);
  }

  private DurationLaw law(WorkloadRequest.@Nullable DurationRequest given) {
    String law = given == null || given.law() == null ? "gavel" : given.law();
    if (given == null || law.equals("gavel")) {
      return new DurationLaw.GavelLogUniform();
    }
    findings.require(
        given.seconds() != null,
        FIELD + "duration.seconds",
        null,
        "is required for " + law,
        "give the median, mean or value in seconds");
    double seconds =
        findings.number(
            FIELD + "duration.seconds", given.seconds(), 1, WorkloadLimits.SECONDS_MAX, 1);
    return switch (law) {
      case "lognormal" ->
          new DurationLaw.Lognormal(
              seconds, findings.number(FIELD + "duration.sigma", given.sigma(), 0, SIGMA_MAX, 1));
      case "exponential" -> new DurationLaw.Exponential(seconds);
      case "constant" -> new DurationLaw.Constant((long) seconds);
      default -> {
        findings.add(
            FIELD + "duration.law",
            law,
            "must be gavel, lognormal, exponential or constant",
            "use one of these");
        yield new DurationLaw.GavelLogUniform();
      }
    };
  }
}
