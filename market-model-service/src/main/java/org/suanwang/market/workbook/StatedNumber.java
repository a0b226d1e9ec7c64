package org.suanwang.market.workbook;

import org.apache.commons.numbers.fraction.BigFraction;

/** A number that somebody stated, in a cell. */
final class StatedNumber {
  private StatedNumber() {}

  /** The number; a fraction such as 300/220 is left for the spreadsheet to divide. */
  static Cell cell(BigFraction number) {
    Cell cell =
        NumberText.isFraction(number)
            ? Cell.formula(NumberText.of(number), number.doubleValue())
            : Cell.number(number.doubleValue());
    return cell.as(Style.INPUT);
  }
}
