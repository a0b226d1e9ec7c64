package org.suanwang.catalog.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.InvalidInputException;

/** Reads query parameters; what cannot be read is told with its rule and remedy, as 400. */
final class Parameters {
  static final int LIMIT_DEFAULT = 100;
  static final int LIMIT_MAX = 1000;
  private static final int TEXT_LENGTH_MAX = 200;

  private Parameters() {}

  static int limit(@Nullable String text) {
    if (text == null) {
      return LIMIT_DEFAULT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    throw new InvalidInputException(
        "limit",
        text,
        "must be a whole number from 1 to " + LIMIT_MAX,
        "use such a number and page on by cursor, or leave it out to get " + LIMIT_DEFAULT);
  }

  static Optional<LocalDate> date(String name, @Nullable String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException(
          name, String.valueOf(text), "must be a day that exists", "write it as 2024-03-26");
    }
  }

  static Optional<String> text(String name, @Nullable String text) {
    if (text != null && text.length() > TEXT_LENGTH_MAX) {
      throw new InvalidInputException(
          name, text, "must have at most " + TEXT_LENGTH_MAX + " characters", "shorten it");
    }
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }

  static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    List<String> all = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (!all.contains(text)) {
      throw new InvalidInputException(
          name, text, "must be a known value", Violations.useOneOf(text, all));
    }
    return Enum.valueOf(type, text);
  }
}
