package org.suanwang.market.bridge;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;

/**
 * An equivalence that a request may bring, which must answer the question that would be asked.
 *
 * @param field where it stood
 */
record Snapshot(String field, @Nullable Equivalence given) {
  /** The catalogue tells decimals; a share of more digits is told as near as they come. */
  private static final BigFraction TOLERANCE = BigFraction.of(1, 1_000_000_000);

  /**
   * The answer that was brought; null when none was.
   *
   * @throws InvalidInputException when it answers another question
   */
  EquivalenceSource.@Nullable Answer answer(EquivalenceQuery query) {
    Equivalence brought = given;
    if (brought == null) {
      return null;
    }
    requireSame(field + ".from.accelerator", query.fromDevice(), brought.fromDevice());
    requireSame(field + ".to.accelerator", query.toDevice(), brought.toDevice());
    requireSame(
        field + ".from.count.value",
        String.valueOf(query.fromCount()),
        String.valueOf(brought.fromCount()));
    requireSameEfficiency(query.efficiency(), brought.reached());
    return new EquivalenceSource.Answer(brought, EquivalenceSource.Origin.REQUEST);
  }

  private void requireSameEfficiency(
      @Nullable EfficiencyPair wanted, Equivalence.@Nullable Reached found) {
    if (!isSame(wanted, found)) {
      throw new InvalidInputException(
          field + ".constraints",
          found == null ? "peaks" : found.from() + ", " + found.to(),
          wanted == null
              ? "must compare peaks, as the model and the request ask for"
              : "must compare what is reached, " + wanted.text() + ", as the model says",
          "ask the catalogue " + (wanted == null ? "without" : "with this") + " efficiency");
    }
  }

  private static boolean isSame(
      @Nullable EfficiencyPair wanted, Equivalence.@Nullable Reached found) {
    if (wanted == null || found == null) {
      return wanted == null && found == null;
    }
    return isNear(wanted.reference(), found.from()) && isNear(wanted.other(), found.to());
  }

  private static boolean isNear(BigFraction one, BigFraction other) {
    return one.subtract(other).abs().compareTo(TOLERANCE) <= 0;
  }

  static void requireSame(String field, String wanted, String given) {
    if (!given.equals(wanted)) {
      throw new InvalidInputException(
          field,
          given,
          "must be " + wanted + ", which the model and the request ask for",
          "send the catalogue's answer for that");
    }
  }
}
