package org.suanwang.scheduling.rest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.workload.Precision;
import org.suanwang.scheduling.workload.WorkUnit;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads how much there is to do in a job. */
final class WorkReader {
  private static final int HOUR_SECONDS = 3600;
  private static final double SECOND_TOLERANCE = 1e-6;

  private final Findings findings;
  private final String field;

  /** Work in its unit. */
  record StatedWork(WorkUnit unit, @Nullable Precision precision, long amount) {}

  WorkReader(Findings findings, String field) {
    this.findings = findings;
    this.field = field;
  }

  StatedWork read(WorkloadRequest.JobRequest job) {
    WorkloadRequest.WorkRequest work = job.work();
    if (work == null) {
      return new StatedWork(WorkUnit.SECONDS, null, seconds(job));
    }
    findings.require(
        job.durationHours() == null && job.durationSeconds() == null,
        field + ".work",
        "work and a duration",
        "exactly one of durationHours, durationSeconds and work is needed",
        "leave the duration out");
    findings.require(
        (work.steps() == null) != (work.flop() == null),
        field + ".work",
        work,
        "exactly one of steps and flop is needed",
        "give one of them");
    Precision precision = precision(findings, field + ".work.precision", work.precision());
    return work.steps() == null
        ? new StatedWork(WorkUnit.GIGAFLOP, precision, gigaflop(work.flop()))
        : new StatedWork(WorkUnit.STEPS, precision, steps(work.steps()));
  }

  private long steps(Long steps) {
    return findings.whole(field + ".work.steps", steps, 1, WorkUnit.AMOUNT_MAX, 1);
  }

  private long gigaflop(@Nullable Double flop) {
    double most = WorkUnit.AMOUNT_MAX * WorkUnit.FLOP_PER_GIGAFLOP;
    double checked = findings.number(field + ".work.flop", flop, 1, most, 1);
    return Math.max(1, (long) Math.ceil(checked / WorkUnit.FLOP_PER_GIGAFLOP));
  }

  /** Null when it is left out, or wrong and noted. */
  static @Nullable Precision precision(Findings findings, String field, @Nullable String given) {
    if (given == null) {
      return null;
    }
    Precision found =
        Arrays.stream(Precision.values())
            .filter(p -> p.name().equals(given))
            .findFirst()
            .orElse(null);
    findings.require(
        found != null,
        field,
        given,
        "must be one of " + Arrays.toString(Precision.values()),
        "leave it out for FP16");
    return found;
  }

  private long seconds(WorkloadRequest.JobRequest job) {
    Double hours = job.durationHours();
    if (!findings.require(
        (hours == null) != (job.durationSeconds() == null),
        field + ".durationHours",
        hours,
        "exactly one of durationHours, durationSeconds and work is needed",
        "give one of them")) {
      return 1;
    }
    if (hours == null) {
      return findings.whole(
          field + ".durationSeconds", job.durationSeconds(), 1, WorkloadLimits.SECONDS_MAX, 1);
    }
    double hoursMax = (double) WorkloadLimits.SECONDS_MAX / HOUR_SECONDS;
    double checked =
        findings.number(field + ".durationHours", hours, 1e-6, Math.floor(hoursMax), 1);
    return wholeSeconds(checked);
  }

  /**
   * Hours as the whole seconds they were divided from; a part of a second counts as one. The
   * tolerance is above the error of a double at the longest run time there is.
   */
  static long wholeSeconds(double hours) {
    double seconds = hours * HOUR_SECONDS;
    double nearest = Math.rint(seconds);
    boolean isWhole = nearest > 0 && Math.abs(seconds - nearest) <= SECOND_TOLERANCE;
    return (long) (isWhole ? nearest : Math.ceil(seconds));
  }
}
