package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.quantity.UnitSyntaxException;

/**
 * A number with its unit.
 *
 * @param low the lowest it may be; left out when nothing is known
 * @param high the highest it may be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measure(
    @NotNull BigDecimal value,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @NotNull @Size(min = 1, max = 80) String unit) {
  private static final int DECIMALS = 12;

  static Measure of(BigFraction value, String unit) {
    return new Measure(number(value), null, null, unit);
  }

  static Measure of(Quantity quantity) {
    return of(quantity.value(), quantity.unit().text());
  }

  static Measure of(BigFraction value, BigFraction low, BigFraction high, String unit) {
    return new Measure(number(value), number(low), number(high), unit);
  }

  /** As few digits as say it, and at most 12 decimals. */
  static BigDecimal number(BigFraction value) {
    BigDecimal rounded = value.bigDecimalValue(DECIMALS, RoundingMode.HALF_EVEN);
    BigDecimal stripped = rounded.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /**
   * The exact quantity.
   *
   * @throws InvalidInputException when the number or the unit cannot be read
   */
  Quantity quantity(String field) {
    return quantity(field, value.toString(), unit);
  }

  static Quantity quantity(String field, String value, String unit) {
    return new Quantity(Inputs.number(field + ".value", value), unit(field + ".unit", unit));
  }

  private static Unit unit(String field, String text) {
    try {
      return Unit.parse(text);
    } catch (UnitSyntaxException e) {
      throw new InvalidInputException(
          field, text, String.valueOf(e.getMessage()), "write a unit such as \"1e8 CNY\"");
    }
  }

  /** A number that JSON brought, exactly. */
  static BigFraction exact(String field, BigDecimal value) {
    try {
      return Numeral.of(value);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          field, value.toString(), String.valueOf(e.getMessage()), "send fewer digits");
    }
  }
}
