package org.suanwang.market.workbook;

/**
 * How a cell is shown.
 *
 * @param look colour and weight
 * @param decimals decimals that a number is shown with; -1 for as many as it has
 */
record Style(Look look, int decimals) {
  static final Style PLAIN = new Style(Look.PLAIN, -1);
  static final Style WRAPPED = new Style(Look.WRAPPED, -1);
  static final Style HEADING = new Style(Look.HEADING, -1);
  static final Style INPUT = new Style(Look.INPUT, -1);

  /** Each has its place in the style sheet. */
  enum Look {
    PLAIN,
    WRAPPED,
    HEADING,
    /** Meant to be changed by the reader. */
    INPUT
  }

  static Style decimals(int decimals) {
    return new Style(Look.PLAIN, decimals);
  }
}
