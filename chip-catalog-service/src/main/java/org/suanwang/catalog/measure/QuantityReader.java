package org.suanwang.catalog.measure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.measure.PrintedUnits.Scale;
import org.suanwang.catalog.measure.Quantity.Relation;

/**
 * Reads quantities as documents print them: {@code <30W}, {@code 300-350W}, {@code 400W*}, {@code
 * 512G FLOPS}, {@code 67 teraFLOPS}, {@code 3.35TB/s}, {@code -10.13亿元}, {@code 2.15e25 FLOP}. It
 * does not guess: what it cannot read is empty.
 */
public final class QuantityReader {
  /** Longer texts are no printed quantity. */
  public static final int LENGTH_MAX = 100;

  private static final String NUMBER = "(\\d{1,15}(?:\\.\\d{1,9})?(?:[eE][+-]?\\d{1,2})?)";

  private static final Pattern PRINTED =
      Pattern.compile(
          "(<=|>=|<|>|≤|≥)?\\s*(-)?"
              + NUMBER
              + "(?:\\s*[-–~]\\s*"
              + NUMBER
              + ")?\\s*([\\p{L}%][\\p{L}/ ²2]*|10亿美元)\\*?");

  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "<", Relation.LESS_THAN,
          "<=", Relation.AT_MOST,
          "≤", Relation.AT_MOST,
          ">", Relation.MORE_THAN,
          ">=", Relation.AT_LEAST,
          "≥", Relation.AT_LEAST);

  private QuantityReader() {}

  /** The quantity in catalogue units, or empty when the text is no quantity of a known unit. */
  public static Optional<Quantity> find(String printed) {
    if (printed.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    Matcher m = PRINTED.matcher(printed.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    return PrintedUnits.find(m.group(5)).flatMap(scale -> quantity(m, scale));
  }

  private static Optional<Quantity> quantity(Matcher m, Scale scale) {
    @Nullable String sign = m.group(1);
    @Nullable String second = m.group(4);
    BigDecimal first = apply(scale, m.group(3));
    BigDecimal low = m.group(2) == null ? first : first.negate();
    if (second == null) {
      return Optional.of(
          sign == null
              ? new Quantity.Value(low, scale.unit())
              : new Quantity.Bound(relation(sign), low, scale.unit()));
    }
    BigDecimal high = apply(scale, second);
    return sign != null || low.compareTo(high) > 0
        ? Optional.empty()
        : Optional.of(new Quantity.Range(low, high, scale.unit()));
  }

  private static BigDecimal apply(Scale scale, String number) {
    return new BigDecimal(number).multiply(scale.factor());
  }

  private static Relation relation(String sign) {
    Relation relation = RELATIONS.get(sign);
    if (relation == null) {
      throw new IllegalStateException("the pattern admits " + sign);
    }
    return relation;
  }
}
