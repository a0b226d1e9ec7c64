package org.suanwang.market.rest;

import org.jspecify.annotations.Nullable;

/** JSON has no word for what is no number: it is left out. */
final class Doubles {
  private Doubles() {}

  static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
