package org.suanwang.catalog.load;

import java.math.BigDecimal;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.measure.Quantity;

/**
 * What a row of Epoch's table says its tensor circuits reach at 16 bits. FP16 and BF16 share the
 * column, and not every circuit that has the one has the other.
 *
 * @param cell of the joint column
 * @param tf32 the cell of TF32
 */
record EpochTensor(String cell, String tf32) {
  /** Why a number of the joint column is claimed for FP16 alone. */
  static final String FP16_ALONE =
      "the joint column FP16/BF16 is taken as FP16 alone: neither the row's TF32 peak nor the"
          + " catalogue tells that BF16 runs at this rate";

  /** How far two sources may round one rate apart. */
  private static final double ROUNDING = 0.1;

  private static final double TERA = 1e12;

  boolean isAbove(String plain) {
    return isTold()
        && EpochRow.isNumber(plain)
        && new BigDecimal(plain).compareTo(new BigDecimal(cell)) < 0;
  }

  private boolean isTold() {
    return EpochRow.isNumber(cell) && new BigDecimal(cell).signum() > 0;
  }

  /** Whether there is a number that only FP16 is sure of. */
  boolean isOfFp16Alone(Catalog known, String subject) {
    return isTold() && !isOfBf16Too(known, subject);
  }

  /**
   * Whether the number is the rate of BF16 too. TF32 has the exponent of BF16 and a longer
   * fraction: circuits that run TF32 at half of the rate, or faster, run BF16 at the rate. Where
   * TF32 is slower (consumer cards, which count FP16 with a short accumulator) or not told, the
   * catalogue has to know BF16 at this rate from elsewhere.
   */
  boolean isOfBf16Too(Catalog known, String subject) {
    if (!isTold()) {
      return false;
    }
    double rate = new BigDecimal(cell).doubleValue();
    double ofTf32 = EpochRow.isNumber(tf32) ? new BigDecimal(tf32).doubleValue() : 0;
    return rate <= 2 * (1 + ROUNDING) * ofTf32 || isKnownInBf16(known, subject, rate / TERA);
  }

  private static boolean isKnownInBf16(Catalog known, String subject, double teraflops) {
    return known.findDossier(subject).stream()
        .flatMap(d -> d.credibleClaims().stream())
        .filter(
            c -> c.content().attribute() instanceof Throughput t && t.precision() == Precision.BF16)
        .anyMatch(
            c ->
                c.content().quantity() instanceof Quantity.Value v
                    && Math.abs(v.number().doubleValue() / teraflops - 1) <= ROUNDING);
  }
}
