package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.query.Shortfall.Code;

/** Whether so many devices stay within the limits of a requirement. */
final class LimitCheck {
  private final Requirement.Limits limits;
  private final List<Shortfall> shortfalls;

  LimitCheck(Requirement.Limits limits, List<Shortfall> shortfalls) {
    this.limits = limits;
    this.shortfalls = shortfalls;
  }

  /**
   * Adds what is passed to the shortfalls.
   *
   * @return whether the limits are kept by the least favourable claims too
   */
  boolean check(
      Accelerator accelerator, Devices devices, @Nullable Amount watts, @Nullable Amount cost) {
    long devicesMax = limits.devices() == null ? EquivalenceQuestion.COUNT_MAX : limits.devices();
    boolean holds =
        within(devices.amount(), BigDecimal.valueOf(devicesMax), "devices", Code.TOO_MANY_DEVICES);
    if (limits.powerWatts() != null) {
      holds &=
          watts == null
              ? missing(accelerator, Code.POWER_UNKNOWN, "power")
              : within(watts, limits.powerWatts(), "W", Code.TOO_MUCH_POWER);
    }
    if (limits.cost() != null) {
      String currency = limits.currency().symbol();
      holds &=
          cost == null
              ? missing(accelerator, Code.PRICE_UNKNOWN, "price (" + currency + ")")
              : within(cost, limits.cost(), currency, Code.OVER_BUDGET);
    }
    return holds;
  }

  private boolean within(Amount needed, BigDecimal limit, String unit, Code code) {
    if (needed.value().compareTo(limit) > 0) {
      shortfalls.add(
          Shortfall.of(
              code,
              "it takes "
                  + RoundedText.of(needed.value())
                  + " "
                  + unit
                  + ", the limit is "
                  + limit.toPlainString()));
    }
    return needed.high().compareTo(limit) <= 0;
  }

  private boolean missing(Accelerator accelerator, Code code, String attribute) {
    shortfalls.add(
        Shortfall.missing(
            code, attribute + " is not claimed as a number", accelerator.id() + "." + attribute));
    return false;
  }
}
