package org.suanwang.catalog.measure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.measure.Quantity.Relation;

/**
 * Reads quantities as documents print them: {@code <30W}, {@code 300-350W}, {@code 400W*}, {@code
 * 512G FLOPS}, {@code 67 teraFLOPS}, {@code 3.35TB/s}. It does not guess: what it cannot read is
 * empty.
 */
public final class QuantityReader {
  /** Longer texts are no printed quantity. */
  public static final int LENGTH_MAX = 100;

  private static final String NUMBER = "(\\d{1,15}(?:\\.\\d{1,9})?)";
  private static final Pattern PRINTED =
      Pattern.compile(
          "(<=|>=|<|>|≤|≥)?\\s*"
              + NUMBER
              + "(?:\\s*[-–~]\\s*"
              + NUMBER
              + ")?\\s*([A-Za-z/ ]+?)\\*?");

  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "<", Relation.LESS_THAN,
          "<=", Relation.AT_MOST,
          "≤", Relation.AT_MOST,
          ">", Relation.MORE_THAN,
          ">=", Relation.AT_LEAST,
          "≥", Relation.AT_LEAST);

  private static final Map<String, BigDecimal> THROUGHPUT_PREFIXES =
      Map.ofEntries(
          Map.entry("G", new BigDecimal("0.001")),
          Map.entry("GIGA", new BigDecimal("0.001")),
          Map.entry("T", BigDecimal.ONE),
          Map.entry("TERA", BigDecimal.ONE),
          Map.entry("P", new BigDecimal("1000")),
          Map.entry("PETA", new BigDecimal("1000")));

  private static final Map<String, BigDecimal> GIGA_PREFIXES =
      Map.of(
          "M", new BigDecimal("0.001"),
          "G", BigDecimal.ONE,
          "T", new BigDecimal("1000"));

  private static final Map<String, BigDecimal> WATT_PREFIXES =
      Map.of("", BigDecimal.ONE, "K", new BigDecimal("1000"));

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
    return scale(m.group(4)).flatMap(s -> quantity(m.group(1), m.group(2), m.group(3), s));
  }

  private static Optional<Quantity> quantity(
      @Nullable String sign, String first, @Nullable String second, Scale scale) {
    BigDecimal low = scale.apply(first);
    if (second == null) {
      return Optional.of(
          sign == null
              ? new Quantity.Value(low, scale.unit())
              : new Quantity.Bound(relation(sign), low, scale.unit()));
    }
    BigDecimal high = scale.apply(second);
    return sign != null || low.compareTo(high) > 0
        ? Optional.empty()
        : Optional.of(new Quantity.Range(low, high, scale.unit()));
  }

  private static Relation relation(String sign) {
    Relation relation = RELATIONS.get(sign);
    if (relation == null) {
      throw new IllegalStateException("the pattern admits " + sign);
    }
    return relation;
  }

  private record Scale(BigDecimal factor, Unit unit) {
    BigDecimal apply(String number) {
      return new BigDecimal(number).multiply(factor);
    }
  }

  private static Optional<Scale> scale(String printedUnit) {
    String unit = printedUnit.replace(" ", "").toUpperCase(Locale.ROOT);
    for (String ending : new String[] {"FLOPS", "FLOP/S"}) {
      if (unit.endsWith(ending)) {
        return scale(unit, ending, THROUGHPUT_PREFIXES, Unit.TFLOP_PER_SECOND);
      }
    }
    for (String ending : new String[] {"OPS", "OP/S"}) {
      if (unit.endsWith(ending)) {
        return scale(unit, ending, THROUGHPUT_PREFIXES, Unit.TOP_PER_SECOND);
      }
    }
    if (unit.endsWith("B/S")) {
      return scale(unit, "B/S", GIGA_PREFIXES, Unit.GIGABYTE_PER_SECOND);
    }
    return unit.endsWith("B")
        ? scale(unit, "B", GIGA_PREFIXES, Unit.GIGABYTE)
        : scale(unit, "W", WATT_PREFIXES, Unit.WATT);
  }

  private static Optional<Scale> scale(
      String unit, String ending, Map<String, BigDecimal> prefixes, Unit to) {
    if (!unit.endsWith(ending)) {
      return Optional.empty();
    }
    String prefix = unit.substring(0, unit.length() - ending.length());
    return Optional.ofNullable(prefixes.get(prefix)).map(factor -> new Scale(factor, to));
  }
}
