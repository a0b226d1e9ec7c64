package org.suanwang.catalog.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.PartialDate;

/** Reads the dates of a request, as exactly as they are given; notes what is wrong with them. */
final class DatePartReader {
  private static final LocalDate EARLIEST = LocalDate.of(1940, 1, 1);

  private final LocalDate today;
  private final List<Violation> violations;

  DatePartReader(LocalDate today, List<Violation> violations) {
    this.today = today;
    this.violations = violations;
  }

  Optional<PartialDate> read(String field, String text) {
    try {
      PartialDate date = PartialDate.parse(text);
      if (!date.first().isAfter(today) && !date.first().isBefore(EARLIEST)) {
        return Optional.of(date);
      }
    } catch (DateTimeException e) {
      // Told below, like a date out of range.
    }
    violations.add(
        new Violation(
            field,
            text,
            "must be a date that exists, from 1940 to today, " + today,
            "write it as 2024-03-26, or as 2024-03 or 2024 where no more is known"));
    return Optional.empty();
  }
}
