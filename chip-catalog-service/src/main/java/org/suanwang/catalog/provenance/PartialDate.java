package org.suanwang.catalog.provenance;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * A day, a month or a year: as much of a date as is known, and never more. Written as ISO 8601 does
 * it: {@code 2024-03-26}, {@code 2024-03}, {@code 2024}.
 *
 * @param first the first day that it may be
 * @param last the last day that it may be
 */
public record PartialDate(LocalDate first, LocalDate last) {
  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;

  /** A day that is known. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day, day);
  }

  /**
   * Reads a day, a month or a year.
   *
   * @throws DateTimeParseException when the text is none, or is one that does not exist
   */
  public static PartialDate parse(String text) {
    return switch (text.length()) {
      case YEAR_LENGTH -> {
        Year year = Year.parse(text);
        yield new PartialDate(year.atDay(1), year.atDay(year.length()));
      }
      case MONTH_LENGTH -> {
        YearMonth month = YearMonth.parse(text);
        yield new PartialDate(month.atDay(1), month.atEndOfMonth());
      }
      default -> of(LocalDate.parse(text));
    };
  }

  @Override
  public String toString() {
    String day = first.toString();
    if (first.equals(last)) {
      return day;
    }
    return first.getMonth() == last.getMonth()
        ? day.substring(0, MONTH_LENGTH)
        : day.substring(0, YEAR_LENGTH);
  }
}
