package org.suanwang.market.quantity;

import org.apache.commons.numbers.fraction.BigFraction;

/** An exact number of a unit. */
public record Quantity(BigFraction value, Unit unit) {
  private static final int DIGITS_SHOWN = 12;

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

  /** Is it a pure number from 0 to 1, as a part of a whole is? */
  public boolean isPartOfWhole() {
    return unit.dimension().isNone()
        && value.signum() >= 0
        && coherent().compareTo(BigFraction.ONE) <= 0;
  }

  /** For messages: at most 12 digits, whatever was given. */
  public String shortText() {
    String number = Numeral.writeShort(value, DIGITS_SHOWN);
    return unit.equals(Unit.ONE) ? number : number + " " + unit.text();
  }

  public String text() {
    return Numeral.write(value) + " " + unit.text();
  }
}
