package org.suanwang.catalog.query;

import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Resolved;

/**
 * A number as search compares it.
 *
 * @param value the resolved one
 * @param low the lowest that a credible claim says
 * @param high the highest; infinite when the winner claims a lower bound only
 */
record Span(double value, double low, double high) {
  static @Nullable Span of(@Nullable Resolved r) {
    if (r == null) {
      return null;
    }
    boolean isOpen = r.bound() != null && !r.bound().isUpper();
    return new Span(
        r.value().doubleValue(),
        r.low().doubleValue(),
        isOpen ? Double.POSITIVE_INFINITY : r.high().doubleValue());
  }
}
