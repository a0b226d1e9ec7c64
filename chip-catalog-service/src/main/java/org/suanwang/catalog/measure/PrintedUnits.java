package org.suanwang.catalog.measure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The units that documents print, in their many spellings, and what they are in ours. */
final class PrintedUnits {
  /** How many of our units one printed unit is. */
  record Scale(BigDecimal factor, Unit unit) {
    static Scale of(String factor, Unit unit) {
      return new Scale(new BigDecimal(factor), unit);
    }
  }

  /** Small b is a bit, large B a byte; the only place where the case of a letter tells. */
  private static final Pattern BITS = Pattern.compile("([KMGT])b(?:it|its)?(?:/s|ps)");

  private static final Map<String, BigDecimal> THROUGHPUT_PREFIXES =
      powers(Map.of("G", -3, "GIGA", -3, "T", 0, "TERA", 0, "P", 3, "PETA", 3, "E", 6, "EXA", 6));
  private static final Map<String, BigDecimal> GIGA_PREFIXES =
      powers(Map.of("K", -6, "M", -3, "G", 0, "T", 3, "P", 6));
  private static final Map<String, BigDecimal> WATT_PREFIXES =
      powers(Map.of("", 0, "K", 3, "M", 6));

  private static final Map<String, Scale> EXACT = exact();

  private PrintedUnits() {}

  /** The scale of a printed unit, or empty when it is none that the catalogue knows. */
  static Optional<Scale> find(String printed) {
    String compact = printed.replace(" ", "");
    var bits = BITS.matcher(compact);
    if (bits.matches()) {
      BigDecimal giga = GIGA_PREFIXES.getOrDefault(bits.group(1), BigDecimal.ONE);
      return Optional.of(new Scale(giga.divide(BigDecimal.valueOf(8)), Unit.GIGABYTE_PER_SECOND));
    }
    if (compact.equals("mW")) {
      return Optional.of(Scale.of("0.001", Unit.WATT));
    }
    String unit = compact.toUpperCase(Locale.ROOT);
    Scale exact = EXACT.get(unit);
    return exact != null ? Optional.of(exact) : prefixed(unit);
  }

  private static Optional<Scale> prefixed(String unit) {
    for (String ending : List.of("FLOPS", "FLOP/S")) {
      if (unit.endsWith(ending)) {
        return prefixed(unit, ending, THROUGHPUT_PREFIXES, Unit.TFLOP_PER_SECOND);
      }
    }
    for (String ending : List.of("OPS", "OP/S")) {
      if (unit.endsWith(ending)) {
        return prefixed(unit, ending, THROUGHPUT_PREFIXES, Unit.TOP_PER_SECOND);
      }
    }
    if (unit.endsWith("B/S")) {
      return prefixed(unit, "B/S", GIGA_PREFIXES, Unit.GIGABYTE_PER_SECOND);
    }
    return unit.endsWith("B")
        ? prefixed(unit, "B", GIGA_PREFIXES, Unit.GIGABYTE)
        : prefixed(unit, "W", WATT_PREFIXES, Unit.WATT);
  }

  private static Optional<Scale> prefixed(
      String unit, String ending, Map<String, BigDecimal> prefixes, Unit to) {
    if (!unit.endsWith(ending)) {
      return Optional.empty();
    }
    String prefix = unit.substring(0, unit.length() - ending.length());
    return Optional.ofNullable(prefixes.get(prefix)).map(factor -> new Scale(factor, to));
  }

  private static Map<String, BigDecimal> powers(Map<String, Integer> exponents) {
    Map<String, BigDecimal> factors = new HashMap<>();
    exponents.forEach((prefix, e) -> factors.put(prefix, BigDecimal.ONE.scaleByPowerOfTen(e)));
    return Map.copyOf(factors);
  }

  private static Map<String, Scale> exact() {
    Map<String, Scale> units = new HashMap<>();
    put(units, Scale.of("1", Unit.SQUARE_MILLIMETRE), "MM2", "MM²");
    put(units, Scale.of("1", Unit.GIGAHERTZ), "GHZ");
    put(units, Scale.of("0.001", Unit.GIGAHERTZ), "MHZ");
    put(units, Scale.of("1", Unit.BIT), "BIT", "BITS");
    put(units, Scale.of("1", Unit.GIGATRANSFER_PER_SECOND), "GT/S");
    put(units, Scale.of("0.001", Unit.GIGATRANSFER_PER_SECOND), "MT/S");
    put(units, Scale.of("1", Unit.ONE), "CORE", "CORES", "UNIT", "UNITS", "CU", "CUS", "DIE");
    put(units, Scale.of("1", Unit.ONE), "DIES", "TOKEN", "TOKENS", "POINT", "POINTS", "COMPANIES");
    put(units, Scale.of("1", Unit.ONE), "PROCESSORS", "CHARACTERS", "CENTRES", "CITIES", "RACKS");
    put(units, Scale.of("1", Unit.DEVICE), "DEVICE", "DEVICES", "CARD", "CARDS", "GPUS");
    put(units, Scale.of("0.001", Unit.BILLION), "MILLION");
    put(units, Scale.of("1", Unit.BILLION), "BILLION");
    put(units, Scale.of("1000", Unit.BILLION), "TRILLION");
    put(units, Scale.of("1", Unit.PERCENT), "%");
    put(units, Scale.of("1", Unit.DAY), "D", "DAY", "DAYS", "天");
    put(units, Scale.of("1", Unit.MILLISECOND), "MS");
    put(units, Scale.of("1", Unit.ZETTAFLOP), "ZFLOP");
    put(units, Scale.of("1e-21", Unit.ZETTAFLOP), "FLOP");
    putMoney(units);
    return Map.copyOf(units);
  }

  private static void putMoney(Map<String, Scale> units) {
    put(units, Scale.of("1", Unit.US_DOLLAR), "USD");
    put(units, Scale.of("1e6", Unit.US_DOLLAR), "MILLIONUSD");
    put(units, Scale.of("1e9", Unit.US_DOLLAR), "BILLIONUSD", "10亿美元");
    put(units, Scale.of("1e8", Unit.US_DOLLAR), "亿美元");
    put(units, Scale.of("1", Unit.YUAN), "CNY", "元");
    put(units, Scale.of("1e4", Unit.YUAN), "万元");
    put(units, Scale.of("1e8", Unit.YUAN), "亿元");
    put(units, Scale.of("1e6", Unit.YUAN), "MILLIONCNY");
    put(units, Scale.of("1e9", Unit.YUAN), "BILLIONCNY");
    put(units, Scale.of("1", Unit.US_DOLLAR_PER_HOUR), "USD/H");
    put(units, Scale.of("1", Unit.YUAN_PER_HOUR), "CNY/H", "元/H", "元/小时");
  }

  private static void put(Map<String, Scale> units, Scale scale, String... spellings) {
    for (String spelling : spellings) {
      units.put(spelling, scale);
    }
  }
}
