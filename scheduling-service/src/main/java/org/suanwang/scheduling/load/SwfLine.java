package org.suanwang.scheduling.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringTokenizer;
import org.suanwang.scheduling.check.Findings;

/**
 * One job of a log in the Standard Workload Format: eighteen numbers, −1 where nothing is known.
 */
final class SwfLine {
  static final int UNKNOWN = -1;

  private static final int FIELDS = 18;

  /** The fields that are read, with their numbers in the format. */
  enum Field {
    JOB_NUMBER(1),
    SUBMIT_TIME(2),
    RUN_TIME(4),
    ALLOCATED_PROCESSORS(5),
    REQUESTED_PROCESSORS(8),
    REQUESTED_TIME(9),
    STATUS(11),
    USER(12),
    GROUP(13);

    private final int number;

    Field(int number) {
      this.number = number;
    }

    private String words() {
      return "field " + number + " (" + name().toLowerCase(Locale.ROOT) + ")";
    }
  }

  private final Findings findings;
  private final String where;
  private final String[] fields;
  private boolean isWhole = true;

  SwfLine(Findings findings, String where, String text) {
    this.findings = findings;
    this.where = where;
    StringTokenizer tokens = new StringTokenizer(text);
    fields = new String[tokens.countTokens()];
    Arrays.setAll(fields, i -> tokens.nextToken());
    if (fields.length != FIELDS) {
      isWhole = false;
      findings.add(
          where,
          fields.length + " fields",
          "a job must have the eighteen fields of the format",
          "write -1 where nothing is known");
    }
  }

  private double number(Field field) {
    try {
      double value = Double.parseDouble(fields[field.number - 1]);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words as an infinite one
    }
    refuse(field, "must be a number");
    return UNKNOWN;
  }

  private void refuse(Field field, String rule) {
    isWhole = false;
    findings.add(where + ", " + field.words(), fields[field.number - 1], rule, "mend the line");
  }

  /** Whether all that was asked for so far was right. */
  boolean isWhole() {
    return isWhole;
  }

  /** A number that may be unknown, parts of it rounded up; a finding when it is above the most. */
  long whole(Field field, long max) {
    double value = Math.ceil(number(field));
    if (value > max) {
      refuse(field, "must be at most " + max + ", or -1");
      return UNKNOWN;
    }
    return value < 0 ? UNKNOWN : (long) value;
  }

  /** A number that must be known. */
  long known(Field field, long max) {
    long value = whole(field, max);
    if (value == UNKNOWN && isWhole) {
      refuse(field, "must be from 0 to " + max);
    }
    return value;
  }
}
