package org.suanwang.scheduling.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * A time from a beginning to a later end, as a request gives it.
 *
 * @param fromSeconds its beginning
 * @param toSeconds its end
 * @param ofCalendar whether the two are counted from 1970, and not from the epoch of the workload
 */
record TimeSpan(long fromSeconds, long toSeconds, boolean ofCalendar) {
  /** Reads instants, or seconds since the epoch of the workload. */
  static TimeSpan read(
      Findings findings,
      String field,
      @Nullable String from,
      @Nullable String to,
      @Nullable Long fromSeconds,
      @Nullable Long toSeconds) {
    boolean ofCalendar = from != null || to != null;
    findings.require(
        !ofCalendar || (fromSeconds == null && toSeconds == null),
        field + ".from",
        from,
        "instants and seconds cannot be mixed",
        "use one kind");
    long first =
        ofCalendar
            ? instant(findings, field + ".from", from)
            : seconds(findings, field + ".fromSeconds", fromSeconds);
    long last =
        ofCalendar
            ? instant(findings, field + ".to", to)
            : seconds(findings, field + ".toSeconds", toSeconds);
    boolean holds =
        findings.require(
            first < last,
            field + (ofCalendar ? ".to" : ".toSeconds"),
            ofCalendar ? to : toSeconds,
            "must be later than the beginning",
            "choose a later end");
    return new TimeSpan(first, holds ? last : first + 1, ofCalendar);
  }

  private static long seconds(Findings findings, String field, @Nullable Long given) {
    findings.require(given != null, field, null, "is needed", "give seconds, or instants");
    return findings.whole(field, given, 0, WorkloadLimits.SECONDS_MAX, 0);
  }

  private static long instant(Findings findings, String field, @Nullable String given) {
    Instant at = given == null ? null : WorkloadReader.findInstant(given);
    if (at == null) {
      findings.add(
          field,
          given,
          "must be an instant of the years 1900 to 2200",
          "write 2025-01-01T00:00:00Z");
      return 0;
    }
    return at.getEpochSecond();
  }
}
