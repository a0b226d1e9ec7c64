package org.suanwang.scheduling.rest;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;

/**
 * Which page of a list is asked for.
 *
 * @param cursor where it starts; null for the first
 * @param limit how long it is
 */
record Paging(@Nullable Long cursor, int limit) {
  private static final int LIMIT_DEFAULT = 100;
  private static final int LIMIT_MAX = 1000;

  /**
   * Reads the query parameters.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException when one is out of range
   */
  static Paging read(@Nullable String cursor, @Nullable String limit) {
    Findings findings = new Findings();
    Long from = cursor == null ? null : number(findings, "cursor", cursor, Long.MAX_VALUE);
    long size = limit == null ? LIMIT_DEFAULT : number(findings, "limit", limit, LIMIT_MAX);
    findings.require(size > 0, "limit", limit, "must be from 1 to 1000", "leave it out for 100");
    findings.throwIfAny();
    return new Paging(from, (int) size);
  }

  /**
   * The same for a table, which has all lines unless a limit is given.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException when one is out of range
   */
  static Paging read(@Nullable String cursor, @Nullable String limit, boolean isTable) {
    if (!isTable) {
      return read(cursor, limit);
    }
    Findings findings = new Findings();
    long from = cursor == null ? 0 : number(findings, "cursor", cursor, Long.MAX_VALUE);
    long size = QueryNumber.read(findings, "limit", limit, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    findings.throwIfAny();
    return new Paging(from, (int) size);
  }

  private static long number(Findings findings, String name, String text, long max) {
    try {
      long value = Long.parseLong(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words as a value out of range
    }
    findings.add(
        name,
        text,
        name.equals("cursor") ? "must be a nextCursor of this list" : "must be from 1 to " + max,
        "use a value the list gave, or leave it out");
    return 1;
  }

  /** The cursor of a list that counts from 0. */
  long from() {
    return cursor == null ? 0 : cursor;
  }
}
