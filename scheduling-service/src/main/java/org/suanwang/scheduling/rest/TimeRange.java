package org.suanwang.scheduling.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.metrics.TimeGrid;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Which part of a run, in buckets of which length: what a dashboard asks for.
 *
 * @param from simulated time; null for the beginning
 * @param to simulated time; null for the end
 * @param stepSeconds length of a bucket; null for the kept ones
 */
record TimeRange(@Nullable Instant from, @Nullable Instant to, @Nullable Long stepSeconds) {
  /** More points than these are refused; a screen has no more columns. */
  static final int POINTS_MAX = 11_000;

  /** As dashboards write instants when nothing else is said. */
  private static final int MILLIS_DIGITS_MAX = 15;

  private static final String INSTANT =
      "must be an instant, as 2025-01-01T00:00:00Z, or milliseconds since 1970";

  /** Reads the query; what is wrong goes to the findings. */
  static TimeRange read(
      Findings findings, @Nullable String from, @Nullable String to, @Nullable String step) {
    Instant first = instant(findings, "from", from);
    Instant last = instant(findings, "to", to);
    findings.require(
        first == null || last == null || first.isBefore(last),
        "to",
        to,
        "must be later than from",
        "leave one of them out");
    Long seconds =
        step == null
            ? null
            : (Long) QueryNumber.read(findings, "step", step, 1, WorkloadLimits.SECONDS_MAX, 1);
    return new TimeRange(first, last, seconds);
  }

  private static @Nullable Instant instant(Findings findings, String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      boolean isNumber =
          text.length() <= MILLIS_DIGITS_MAX && text.chars().allMatch(c -> c >= '0' && c <= '9');
      return isNumber ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
    } catch (DateTimeParseException | NumberFormatException e) {
      findings.add(name, text, INSTANT, "leave it out for the whole run");
      return null;
    }
  }

  boolean isWhole() {
    return from == null && to == null && stepSeconds == null;
  }

  /**
   * The part of a series.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException when it has too many points
   */
  TimeSeries of(TimeSeries series, Instant epoch) {
    if (isWhole() || series.points().isEmpty()) {
      return series;
    }
    TimeSeries.Point first = series.points().getFirst();
    long end = series.points().getLast().toSeconds();
    long step = stepSeconds == null ? first.toSeconds() - first.fromSeconds() : stepSeconds;
    long start = from == null ? 0 : seconds(epoch, from);
    long stop = to == null ? end : seconds(epoch, to);
    long points = Math.max(0, Math.min(stop, end) - Math.max(0, start)) / step;
    Findings findings = new Findings();
    findings.require(
        points <= POINTS_MAX,
        "step",
        step,
        "must give at most " + POINTS_MAX + " points, not " + points,
        "choose a longer step or a shorter time");
    findings.throwIfAny();
    return TimeGrid.of(series, start, stop, step);
  }

  private static long seconds(Instant epoch, Instant instant) {
    long widest = WorkloadLimits.SECONDS_MAX;
    return Math.clamp(instant.getEpochSecond() - epoch.getEpochSecond(), -widest, widest);
  }
}
