package org.suanwang.market.workbook;

import org.suanwang.market.formula.RoundingPolicy;

/** A rounding policy in the functions of spreadsheets, which round halves away from zero. */
final class PrintedFormula {
  private PrintedFormula() {}

  /**
   * The formula that rounds.
   *
   * @param cell the address of the cell with the value; it is repeated, so it must be short
   */
  static String of(String cell, RoundingPolicy policy) {
    String to = "," + policy.decimals() + ")";
    String nearest = "ROUND(" + cell + to;
    String up = "ROUNDUP(" + cell + to;
    String down = "ROUNDDOWN(" + cell + to;
    // Doubling changes no digit of a binary number, so this is exact.
    String onHalf = "ROUND(2*" + cell + to + "=2*" + cell;
    return switch (policy.mode()) {
      case HALF_UP -> nearest;
      case HALF_DOWN -> "IF(" + onHalf + "," + down + "," + nearest + ")";
      case HALF_EVEN ->
          "IF(AND(%s,%s<>%s),2*ROUND(%s/2%s,%s)"
              .formatted(onHalf, nearest, cell, cell, to, nearest);
      case UP -> up;
      case DOWN -> down;
      case CEILING -> "IF(" + cell + "<0," + down + "," + up + ")";
      case FLOOR -> "IF(" + cell + "<0," + up + "," + down + ")";
      case UNNECESSARY -> cell;
    };
  }
}
