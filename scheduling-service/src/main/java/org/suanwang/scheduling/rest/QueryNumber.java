package org.suanwang.scheduling.rest;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;

/** Reads whole numbers of a query, which come as text. */
final class QueryNumber {
  private QueryNumber() {}

  /** The number in a range; the fallback when it is missing, the least when it is wrong. */
  static long read(
      Findings findings, String name, @Nullable String text, long min, long max, long fallback) {
    if (text == null) {
      return fallback;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words as a value out of range
    }
    findings.add(
        name,
        text,
        "must be a whole number from " + min + " to " + max,
        "leave it out for " + fallback);
    return min;
  }
}
