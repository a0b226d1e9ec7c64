package org.suanwang.market.quantity;

import org.apache.commons.numbers.fraction.BigFraction;

/** An exact number of a unit. */
public record Quantity(BigFraction value, Unit unit) {
  public BigFraction coherent() {
    return unit.toCoherent(value);
  }

  /**
   * The same quantity in another unit.
   *
   * @throws IllegalArgumentException when the dimensions differ; check {@link Unit#isComparableTo}
   */
  public Quantity in(Unit other) {
    if (!unit.isComparableTo(other)) {
      throw new IllegalArgumentException(unit.text() + " cannot be converted into " + other.text());
    }
    return new Quantity(other.fromCoherent(coherent()), other);
  }

  public String text() {
    return Numeral.write(value) + " " + unit.text();
  }
}
