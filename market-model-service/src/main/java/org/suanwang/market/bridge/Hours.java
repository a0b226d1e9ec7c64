package org.suanwang.market.bridge;

import java.time.Duration;
import org.apache.commons.numbers.fraction.BigFraction;

/** Device-hours, exactly. */
final class Hours {
  private static final long SECONDS_PER_HOUR = 3600;

  private Hours() {}

  static BigFraction of(BigFraction devices, Duration time) {
    return devices.multiply(BigFraction.of(time.toSeconds(), SECONDS_PER_HOUR));
  }
}
