package org.suanwang.market.evaluation;

import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.quantity.Numeral;

/**
 * How much exact arithmetic a request may still ask for. It is counted in steps, not timed, so that
 * the same request has the same answer on every machine; all of them take a few seconds.
 */
public final class Effort {
  private static final long STEPS_MAX = 100_000_000;
  private static final long STEPS_EACH = 20;

  /** A number beyond it is none that a double holds. */
  private static final int MAGNITUDE_BITS_MAX = 1022;

  private long left = STEPS_MAX;

  /** Too much was asked for, so that nothing more is computed. */
  static final class SpentException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private SpentException() {
      super(
          "the request needs too much exact arithmetic; ask for fewer outputs, or use mode double");
    }
  }

  /** Has the request asked for too much? */
  public boolean isSpent() {
    return left < 0;
  }

  /**
   * A result that is short enough to go on with, and not too many of them.
   *
   * @throws ArithmeticException with a sentence that says what to do
   */
  BigFraction limited(BigFraction value) {
    int above = value.getNumerator().bitLength();
    int below = value.getDenominator().bitLength();
    spend(Math.max(above, below));
    if (Math.max(above, below) > Numeral.BITS_MAX) {
      throw new ArithmeticException(
          "the exact number is longer than " + Numeral.BITS_MAX + " bits; use mode double");
    }
    if (above - below > MAGNITUDE_BITS_MAX) {
      throw new ArithmeticException("the number is beyond what a double holds");
    }
    return value;
  }

  /** Multiplying and reducing take as many steps as the words of the number, squared. */
  void spend(long bits) {
    long words = bits / Long.SIZE + 1;
    left -= STEPS_EACH + words * words;
    if (left < 0) {
      throw new SpentException();
    }
  }
}
