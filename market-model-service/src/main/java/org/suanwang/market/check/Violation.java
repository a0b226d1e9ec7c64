package org.suanwang.market.check;

/**
 * One thing that is wrong with an input.
 *
 * @param field the path of the field, file and line, or parameter: {@code jobs[3].devices}
 * @param value the value that was given, as text; shortened when it is long
 * @param rule what must hold
 * @param remedy what to do instead
 */
public record Violation(String field, String value, String rule, String remedy) {
  private static final int VALUE_LENGTH_MAX = 200;
  private static final int TEXT_LENGTH_MAX = 2000;

  public Violation {
    field = PlainText.shown(field, VALUE_LENGTH_MAX);
    value = PlainText.shown(value, VALUE_LENGTH_MAX);
    rule = PlainText.shown(rule, TEXT_LENGTH_MAX);
    remedy = PlainText.shown(remedy, TEXT_LENGTH_MAX);
  }
}
