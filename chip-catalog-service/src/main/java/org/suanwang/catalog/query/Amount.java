package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.catalog.Resolved;

/**
 * A computed number with the span that its inputs leave; what it is a number of, and in which unit,
 * says the field that holds it.
 *
 * @param claimIds the claims among its inputs; none when all was given by the asker
 */
public record Amount(BigDecimal value, BigDecimal low, BigDecimal high, List<String> claimIds) {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  public Amount {
    claimIds = List.copyOf(claimIds);
  }

  static Amount of(BigDecimal number) {
    return new Amount(number, number, number, List.of());
  }

  static Amount of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  static Amount of(Resolved r) {
    return new Amount(r.value(), r.low(), r.high(), r.claimIds());
  }

  Amount times(Amount other) {
    return new Amount(
        value.multiply(other.value, DIGITS),
        low.multiply(other.low, DIGITS),
        high.multiply(other.high, DIGITS),
        both(other));
  }

  Amount times(BigDecimal factor) {
    return times(of(factor));
  }

  Amount plus(Amount other) {
    return new Amount(
        value.add(other.value, DIGITS),
        low.add(other.low, DIGITS),
        high.add(other.high, DIGITS),
        both(other));
  }

  /** Lowest by highest, highest by lowest. */
  Amount dividedBy(Amount other) {
    return new Amount(
        value.divide(other.value, DIGITS),
        low.divide(other.high, DIGITS),
        high.divide(other.low, DIGITS),
        both(other));
  }

  private List<String> both(Amount other) {
    return Stream.concat(claimIds.stream(), other.claimIds.stream()).distinct().toList();
  }
}
