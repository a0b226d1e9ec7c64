package org.suanwang.market.bridge;

import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;

/**
 * How much of the model's demand is asked for, so that a fleet smaller than the country's can be
 * studied.
 *
 * @param value from a billionth to 1
 * @param source who says that this is the fleet's share, and why; null when all is asked for
 */
public record DemandShare(BigFraction value, @Nullable String source) {
  private static final BigFraction LEAST = BigFraction.of(1, 1_000_000_000);

  /** All of it. */
  public static final DemandShare ALL = new DemandShare(BigFraction.ONE, null);

  /**
   * A part of the demand.
   *
   * @throws InvalidInputException when it is none
   */
  public static DemandShare of(BigFraction value, String source) {
    if (value.compareTo(LEAST) < 0 || value.compareTo(BigFraction.ONE) > 0) {
      throw new InvalidInputException(
          "share.value",
          new Quantity(value, Unit.ONE).shortText(),
          "must be from 1e-9 to 1",
          "send the share, not percent; leave it out for all of the demand");
    }
    return new DemandShare(value, source);
  }

  /** The part of so many devices, in whole ones: nobody rents a part of a device. */
  long of(BigFraction devices) {
    return value.multiply(devices).bigDecimalValue(0, RoundingMode.CEILING).longValueExact();
  }

  String text() {
    return Numeral.write(value);
  }
}
