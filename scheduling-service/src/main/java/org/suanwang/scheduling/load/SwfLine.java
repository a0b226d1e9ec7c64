package org.suanwang.scheduling.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.suanwang.scheduling.check.Findings;

/**
 * One job of a log in the Standard Workload Format: eighteen numbers, −1 where nothing is known.
 */
final class SwfLine {
  static final int UNKNOWN = -1;

  private static final int FIELDS = 18;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([eE][+-]?[0-9]{1,4})?");

  /** The fields that are read, with their numbers in the format. */
  enum Field {
    JOB_NUMBER(1, true),
    SUBMIT_TIME(2, true),
    RUN_TIME(4, true),
    ALLOCATED_PROCESSORS(5, true),
    REQUESTED_PROCESSORS(8, true),
    REQUESTED_TIME(9, true),
    STATUS(11, false),
    USER(12, false),
    GROUP(13, false);

    private final int number;

    /** Whether it says how much, and not who or which: nothing below none but −1 means anything. */
    private final boolean isAmount;

    Field(int number, boolean isAmount) {
      this.number = number;
      this.isAmount = isAmount;
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
    String text = fields[field.number - 1];
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (Double.isFinite(value)) {
      return value;
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

  /** A number that may be unknown, parts of it rounded up; a finding when it is out of range. */
  long whole(Field field, long max) {
    double told = number(field);
    double value = Math.ceil(told);
    if (value > max) {
      refuse(field, "must be at most " + max + ", or -1");
      return UNKNOWN;
    }
    if (field.isAmount && told < 0 && told != UNKNOWN) {
      refuse(field, "must be from 0 to " + max + ", or -1");
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
