package org.suanwang.scheduling.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.metrics.TimeSeries;

/**
 * The times for which values are asked for, in whole seconds.
 *
 * @param startSeconds the first, since 1970
 * @param endSeconds the last is not later
 * @param stepSeconds from one to the next
 */
record SampleTimes(long startSeconds, long endSeconds, long stepSeconds) {
  private static final int LENGTH_MAX = 40;

  /** The years 0 to 9999, about. */
  private static final long SECONDS_MAX = 253_402_300_799L;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
  private static final Pattern STEP = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?)([smhd])?");

  /** Takes a time and the bucket in which it lies. */
  @FunctionalInterface
  interface Reader {
    void read(long timeSeconds, TimeSeries.Point point);
  }

  /**
   * Reads the query.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException when a time is none, or there are
   *     too many
   */
  static SampleTimes read(@Nullable String start, @Nullable String end, @Nullable String step) {
    Findings findings = new Findings();
    long first = time(findings, "start", start);
    long last = time(findings, "end", end);
    long each = step(findings, step);
    if (findings.isEmpty()) {
      findings.require(last >= first, "end", end, "must not be before start", "choose a later one");
      findings.require(
          (last - first) / each < TimeRange.POINTS_MAX,
          "step",
          step,
          "must give at most " + TimeRange.POINTS_MAX + " points",
          "choose a longer step or a shorter time");
    }
    findings.throwIfAny();
    return new SampleTimes(first, last, each);
  }

  private static long time(Findings findings, String name, @Nullable String text) {
    try {
      if (text != null && text.length() <= LENGTH_MAX) {
        boolean isNumber = NUMBER.matcher(text).matches();
        long seconds =
            isNumber
                ? (long) Math.floor(Double.parseDouble(text))
                : Instant.parse(text).getEpochSecond();
        if (Math.abs(seconds) <= SECONDS_MAX) {
          return seconds;
        }
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    findings.add(
        name,
        text,
        "must be seconds since 1970, or an instant",
        "as 1735689600 or 2025-01-01T00:00:00Z");
    return 0;
  }

  /** A step under a second is one: nothing is told in between. */
  private static long step(Findings findings, @Nullable String text) {
    Matcher parts = STEP.matcher(text == null || text.length() > LENGTH_MAX ? "" : text);
    if (parts.matches()) {
      double seconds = Double.parseDouble(parts.group(1)) * seconds(parts.group(2));
      if (seconds > 0 && seconds <= SECONDS_MAX) {
        return Math.max(1, (long) seconds);
      }
    }
    findings.add("step", text, "must be a number of seconds above 0", "as 60, or 15s");
    return 1;
  }

  private static int seconds(@Nullable String unit) {
    return switch (unit) {
      case "m" -> 60;
      case "h" -> 3_600;
      case "d" -> 86_400;
      case null, default -> 1;
    };
  }

  /** Hands over the bucket of each of the times that lies in the run. */
  void forEach(TimeSeries series, Instant epoch, Reader reader) {
    List<TimeSeries.Point> points = series.points();
    int at = 0;
    for (long time = startSeconds; time <= endSeconds && at < points.size(); time += stepSeconds) {
      long second = time - epoch.getEpochSecond();
      while (at < points.size() && points.get(at).toSeconds() <= second) {
        at++;
      }
      if (at < points.size() && points.get(at).fromSeconds() <= second) {
        reader.read(time, points.get(at));
      }
    }
  }
}
