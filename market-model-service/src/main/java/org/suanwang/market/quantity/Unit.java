package org.suanwang.market.quantity;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A unit as written, its dimension, and how many coherent units it is: {@code 1e8 CNY} is one of
 * dimension CNY with scale 100,000,000. Temperature, logarithmic and other units with an offset are
 * not among them.
 */
public record Unit(String text, Dimension dimension, BigFraction scale) {
  public static final Unit ONE = new Unit("1", Dimension.NONE, BigFraction.ONE);

  /**
   * Reads a unit.
   *
   * @throws UnitSyntaxException when the text is no unit; its message says where and what to do
   */
  public static Unit parse(String text) {
    return new UnitParser(text).parse();
  }

  /**
   * Is it written in per cent? Nothing else tells a part of a whole from a count, which is a pure
   * number too; and growth is written in per cent as well.
   */
  public boolean isPercent() {
    return dimension.isNone() && text.contains("%");
  }

  public boolean isComparableTo(Unit other) {
    return dimension.equals(other.dimension);
  }

  /** A value in this unit as a value in coherent units. */
  public BigFraction toCoherent(BigFraction value) {
    return value.multiply(scale);
  }

  /** A value in coherent units as a value in this unit. */
  public BigFraction fromCoherent(BigFraction value) {
    return value.divide(scale);
  }

  /** The same product of dimensions, whatever text and factor it was written with. */
  Unit times(Unit other) {
    return new Unit(
        text + "." + other.text, dimension.times(other.dimension), scale.multiply(other.scale));
  }

  Unit dividedBy(Unit other) {
    return new Unit(
        text + "/" + other.text, dimension.dividedBy(other.dimension), scale.divide(other.scale));
  }

  Unit power(int exponent) {
    return new Unit(text + "^" + exponent, dimension.power(exponent), scale.pow(exponent));
  }
}
