package org.suanwang.catalog.rest;

import java.util.Collection;
import java.util.TreeSet;
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
}
