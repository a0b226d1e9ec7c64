package org.suanwang.catalog.rest;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suanwang.catalog.check.InvalidInputException;

/** Checks of request fields that several calls share. */
final class Violations {
  private Violations() {}

  static void requireAmong(String field, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new InvalidInputException(
          field, value, "must be a known name", "use one of " + new TreeSet<>(known));
    }
  }

  /** The fields that were sent of a part, without the name of the record that reads them. */
  static String shown(Record part) {
    String text = part.toString();
    String fields = text.substring(text.indexOf('[') + 1, text.length() - 1);
    return Stream.of(fields.split(", ", -1))
        .filter(field -> !field.endsWith("=null"))
        .collect(Collectors.joining(", "));
  }
}
