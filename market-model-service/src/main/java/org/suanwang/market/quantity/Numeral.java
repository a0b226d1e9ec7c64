package org.suanwang.market.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The written form of an exact number: {@code 0.35}, {@code 1.2e10} or {@code 300/220}. It knows no
 * NaN, no infinity and no number beyond {@value #DIGITS_MAX} digits or {@value #EXPONENT_MAX}
 * powers of ten, so that a short text cannot ask for endless work.
 */
public final class Numeral {
  /** The longest exact number, in bits of its numerator or denominator, that is still computed. */
  public static final int BITS_MAX = 8192;

  private static final int DIGITS_MAX = 60;
  private static final int EXPONENT_MAX = 300;
  private static final int DECIMALS_SHOWN_MAX = 40;
  private static final int MAGNITUDE_PLAIN_MAX = 30;
  private static final int LENGTH_MAX = 200;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,60}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][+-]?\\d{1,3})?");

  private Numeral() {}

  /**
   * Reads a number exactly.
   *
   * @throws NumberFormatException with a sentence that says what is wrong
   */
  public static BigFraction parse(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new NumberFormatException("a number has at most " + LENGTH_MAX + " characters");
    }
    String trimmed = text.strip();
    int slash = trimmed.indexOf('/');
    if (slash < 0) {
      return decimal(trimmed);
    }
    BigFraction divisor = decimal(trimmed.substring(slash + 1).strip());
    if (divisor.signum() == 0) {
      throw new NumberFormatException("a fraction's divisor must not be zero");
    }
    return decimal(trimmed.substring(0, slash).strip()).divide(divisor);
  }

  private static BigFraction decimal(String text) {
    Matcher matcher = DECIMAL.matcher(text);
    if (!matcher.matches()) {
      throw new NumberFormatException(
          "must be a decimal number such as 0.35 or 1.2e10, or a fraction of two, with at most "
              + DIGITS_MAX
              + " digits on a side and powers of ten up to "
              + EXPONENT_MAX);
    }
    return of(new BigDecimal(text));
  }

  /**
   * The same number as a fraction.
   *
   * @throws NumberFormatException when the number is larger or finer than this service computes
   */
  public static BigFraction of(BigDecimal value) {
    if (value.precision() > 2 * DIGITS_MAX || Math.abs((long) value.scale()) > EXPONENT_MAX) {
      throw new NumberFormatException(
          "must have at most "
              + 2 * DIGITS_MAX
              + " digits and powers of ten up to "
              + EXPONENT_MAX);
    }
    BigInteger unscaled = value.unscaledValue();
    return value.scale() <= 0
        ? BigFraction.of(unscaled.multiply(BigInteger.TEN.pow(-value.scale())))
        : BigFraction.of(unscaled, BigInteger.TEN.pow(value.scale()));
  }

  /** The number as a plain decimal where that is exact and short, else as a fraction. */
  public static String write(BigFraction number) {
    BigFraction value = overPositive(number);
    int decimals = decimals(value.getDenominator());
    if (decimals < 0) {
      return value.getNumerator() + "/" + value.getDenominator();
    }
    return plain(value.bigDecimalValue(decimals, RoundingMode.UNNECESSARY));
  }

  /** The number for reading: exact where it is short, else rounded to these significant digits. */
  public static String writeShort(BigFraction number, int digits) {
    BigFraction value = overPositive(number);
    BigDecimal numerator = new BigDecimal(value.getNumerator());
    BigDecimal denominator = new BigDecimal(value.getDenominator());
    BigDecimal rounded =
        numerator.divide(denominator, new MathContext(digits, RoundingMode.HALF_EVEN));
    boolean exact = rounded.multiply(denominator).compareTo(numerator) == 0;
    return readable(rounded) + (exact ? "" : "…");
  }

  /** Nobody counts thirty zeros. */
  private static String readable(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    int magnitude = stripped.precision() - stripped.scale();
    return Math.abs(magnitude) > MAGNITUDE_PLAIN_MAX
        ? stripped.toString()
        : stripped.toPlainString();
  }

  /** The library leaves the sign where a division put it: 1/-3 is written -1/3. */
  private static BigFraction overPositive(BigFraction value) {
    return value.getDenominator().signum() > 0
        ? value
        : BigFraction.of(value.getNumerator().negate(), value.getDenominator().negate());
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return stripped.scale() < -EXPONENT_MAX ? stripped.toString() : stripped.toPlainString();
  }

  /** How many decimals write 1/denominator exactly; -1 when none do or more than are shown. */
  private static int decimals(BigInteger denominator) {
    int twos = denominator.getLowestSetBit();
    BigInteger odd = denominator.shiftRight(twos);
    int fives = 0;
    BigInteger five = BigInteger.valueOf(5);
    while (fives <= DECIMALS_SHOWN_MAX && odd.mod(five).signum() == 0) {
      odd = odd.divide(five);
      fives++;
    }
    int decimals = Math.max(twos, fives);
    return odd.equals(BigInteger.ONE) && decimals <= DECIMALS_SHOWN_MAX ? decimals : -1;
  }
}
