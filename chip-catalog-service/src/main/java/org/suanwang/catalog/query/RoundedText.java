package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.math.MathContext;
import org.suanwang.catalog.measure.Decimals;

/** Numbers in sentences: six digits are as many as people read. */
final class RoundedText {
  private static final MathContext DIGITS = new MathContext(6);

  private RoundedText() {}

  static String of(BigDecimal number) {
    return Decimals.normal(number.round(DIGITS)).toPlainString();
  }
}
