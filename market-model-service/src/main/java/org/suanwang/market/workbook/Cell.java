package org.suanwang.market.workbook;

/** What a cell of a sheet holds. */
sealed interface Cell {
  /** Nothing. */
  record Empty() implements Cell {}

  /** A text, whatever it begins with. */
  record Text(String text, Style style) implements Cell {}

  record Numeric(double value, Style style) implements Cell {}

  /**
   * A formula without its equals sign.
   *
   * @param result what it gives, for programs that do not recalculate
   */
  record Formula(String expression, Result result, Style style) implements Cell {}

  /** What a formula gives. */
  sealed interface Result {
    record OfNumber(double value) implements Result {}

    record OfText(String text) implements Result {}
  }

  static Cell empty() {
    return new Empty();
  }

  static Cell text(String text) {
    return new Text(text, Style.PLAIN);
  }

  static Cell wrapped(String text) {
    return new Text(text, Style.WRAPPED);
  }

  static Cell heading(String text) {
    return new Text(text, Style.HEADING);
  }

  static Cell number(double value) {
    return new Numeric(value, Style.PLAIN);
  }

  static Cell formula(String expression, double value) {
    return new Formula(expression, new Result.OfNumber(value), Style.PLAIN);
  }

  static Cell formula(String expression, String text) {
    return new Formula(expression, new Result.OfText(text), Style.PLAIN);
  }

  /** How it is shown. */
  default Style style() {
    return Style.PLAIN;
  }

  /** The same cell shown in another way. */
  default Cell as(Style style) {
    return switch (this) {
      case Empty empty -> empty;
      case Text text -> new Text(text.text(), style);
      case Numeric number -> new Numeric(number.value(), style);
      case Formula formula -> new Formula(formula.expression(), formula.result(), style);
    };
  }
}
