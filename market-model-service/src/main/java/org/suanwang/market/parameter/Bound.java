package org.suanwang.market.parameter;

import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a stated number says about the true one: a target of "at least 60 %" is no value of 60 %.
 */
public enum Bound {
  EXACTLY,
  AT_LEAST,
  AT_MOST,
  ABOUT;

  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Where the true value lies when this is said of a stated one, as far as that can be told.
   *
   * @param whole what all of it is in the same unit, when the value is a share; null when it is not
   * @return null when no end is told
   */
  public @Nullable Range around(BigFraction value, @Nullable BigFraction whole) {
    return switch (this) {
      case EXACTLY, ABOUT -> null;
      case AT_LEAST -> new Range(value, whole);
      case AT_MOST -> new Range(whole == null ? null : BigFraction.ZERO, value);
    };
  }
}
