package org.suanwang.scheduling.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Dates and times as traces write them. */
final class TraceTime {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private TraceTime() {}

  /** The instant; UTC where no offset is told; null when it is none of 1970 to 2037. */
  static @Nullable Instant find(String text) {
    try {
      TemporalAccessor parsed = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant at =
          parsed instanceof OffsetDateTime told
              ? told.toInstant()
              : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
      long seconds = at.getEpochSecond();
      return seconds >= 0 && seconds <= WorkloadLimits.SECONDS_MAX ? at : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
