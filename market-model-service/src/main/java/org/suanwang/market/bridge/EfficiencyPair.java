package org.suanwang.market.bridge;

import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.quantity.Numeral;

/**
 * Which shares of their dense peaks two kinds of devices reach in the same work.
 *
 * @param model the id of the model that says so
 * @param reference what the device reaches that the model counts in, above 0 and up to 1
 * @param other what the device reaches that is asked for, above 0 and up to 1
 * @param referenceName what the model calls the one
 * @param otherName what the model calls the other
 */
public record EfficiencyPair(
    String model,
    BigFraction reference,
    BigFraction other,
    String referenceName,
    String otherName) {
  private static final int DIGITS_SHOWN = 6;
  private static final int DIGITS_TOLD = 14;
  private static final BigFraction PERCENT = BigFraction.of(100);

  /** Who says it, for whoever is told the share. */
  public String referenceSource() {
    return model + " " + referenceName;
  }

  /** Who says it, for whoever is told the share. */
  public String otherSource() {
    return model + " " + otherName;
  }

  Set<String> names() {
    return Set.of(referenceName, otherName);
  }

  /** How many times as many devices are needed as by peak alone. */
  public BigFraction ratio() {
    return reference.divide(other);
  }

  /** In words that tell one pair from every other, sources included. */
  public String text() {
    return percent(reference)
        + " ("
        + referenceSource()
        + ") against "
        + percent(other)
        + " ("
        + otherSource()
        + ")";
  }

  private static String percent(BigFraction share) {
    return Numeral.writeShort(share.multiply(PERCENT), DIGITS_TOLD) + " %";
  }

  /** The ratio in a few digits, for sentences. */
  String ratioText() {
    return Numeral.writeShort(ratio(), DIGITS_SHOWN);
  }
}
