package org.suanwang.catalog.rest;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.check.Violation;

/** Checks of request fields that several calls share. */
final class Violations {
  private Violations() {}

  static void requireAmong(String field, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new InvalidInputException(List.of(unknown(field, value, known)));
    }
  }

  /** A name that is none of the known ones. */
  static Violation unknown(String field, String value, Collection<String> known) {
    return new Violation(field, value, "must be a known name", useOneOf(value, known));
  }

  /** The remedy against an unknown name: the nearest known ones, and all of them. */
  static String useOneOf(String name, Collection<String> known) {
    String all = "use one of: " + String.join(", ", new TreeSet<>(known));
    return Suggestion.remedy(name, known, all);
  }
}
