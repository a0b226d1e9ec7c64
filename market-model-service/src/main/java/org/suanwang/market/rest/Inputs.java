package org.suanwang.market.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.quantity.Numeral;

/** Reads the texts of a request; what cannot be read is told with its field. */
final class Inputs {
  private Inputs() {}

  /**
   * What some work comes to; fields that it finds fault with are told by their names in the
   * request.
   */
  static <T> T renamed(UnaryOperator<String> names, Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.violations().stream()
              .map(v -> new Violation(names.apply(v.field()), v.value(), v.rule(), v.remedy()))
              .toList());
    }
  }

  static BigFraction number(String field, String text) {
    try {
      return Numeral.parse(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          field, text, String.valueOf(e.getMessage()), "write a number such as \"0.35\"");
    }
  }

  static LocalDate date(String field, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1970 && date.getYear() <= 2200) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw new InvalidInputException(field, text, "must be a date", "write YYYY-MM-DD");
    }
    throw new InvalidInputException(field, text, "must be from 1970 to 2200", "use another date");
  }

  static <E extends Enum<E>> E choice(
      String field, @Nullable String text, Class<E> type, E otherwise) {
    if (text == null) {
      return otherwise;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(field, text, "is not known", "use one of " + all(type)));
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
