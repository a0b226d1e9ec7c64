package org.suanwang.catalog.check;

/**
 * One thing that is wrong with an input.
 *
 * @param field the path of the field, file and line, or parameter: {@code accelerators[1]};
 *     shortened when it is long
 * @param value the value that was given, as text; shortened when it is long
 * @param rule what must hold
 * @param remedy what to do instead
 */
public record Violation(String field, String value, String rule, String remedy) {
  private static final int LENGTH_MAX = 200;

  public Violation {
    field = shortened(field);
    value = shortened(value);
  }

  /** What was sent may be very long, and its repetition would help nobody. */
  private static String shortened(String text) {
    return text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "…" : text;
  }
}
