package org.suanwang.market.quantity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The closed list of unit names, with decimal prefixes where the field uses them. */
final class UnitSymbols {
  private static final Map<String, Integer> PREFIXES =
      Map.of("k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18, "Z", 21);
  private static final Map<String, Unit> PLAIN = plain();
  private static final Map<String, Unit> PREFIXED = prefixed();

  private UnitSymbols() {}

  private static Map<String, Unit> plain() {
    var units = new LinkedHashMap<String, Unit>();
    put(units, "1", Dimension.NONE, BigFraction.ONE);
    put(units, "%", Dimension.NONE, BigFraction.of(1, 100));
    for (Base base :
        new Base[] {
          Base.CNY,
          Base.USD,
          Base.DEVICE,
          Base.SERVER,
          Base.RACK,
          Base.COMPANY,
          Base.CENTRE,
          Base.TOKEN,
          Base.PARAMETER
        }) {
      put(units, base.symbol(), Dimension.of(base), BigFraction.ONE);
    }
    put(units, "min", Dimension.of(Base.TIME), BigFraction.of(60));
    put(units, "h", Dimension.of(Base.TIME), BigFraction.of(3600));
    put(units, "day", Dimension.of(Base.TIME), BigFraction.of(86_400));
    // The year of 365 days that the trade bills by; a calendar year is a period, not a unit.
    put(units, "year", Dimension.of(Base.TIME), BigFraction.of(31_536_000));
    return units;
  }

  private static Map<String, Unit> prefixed() {
    var units = new LinkedHashMap<String, Unit>();
    put(units, "s", Dimension.of(Base.TIME), BigFraction.ONE);
    put(units, "Hz", Dimension.of(Base.TIME).power(-1), BigFraction.ONE);
    put(units, "J", Dimension.of(Base.ENERGY), BigFraction.ONE);
    put(units, "Wh", Dimension.of(Base.ENERGY), BigFraction.of(3600));
    Dimension power = Dimension.of(Base.ENERGY).dividedBy(Dimension.of(Base.TIME));
    put(units, "W", power, BigFraction.ONE);
    put(units, "bit", Dimension.of(Base.BIT), BigFraction.ONE);
    put(units, "B", Dimension.of(Base.BIT), BigFraction.of(8));
    for (Base base : Base.values()) {
      if (base.symbol().startsWith("FLOP") || base.symbol().startsWith("OP")) {
        put(units, base.symbol(), Dimension.of(base), BigFraction.ONE);
      }
    }
    return units;
  }

  private static void put(
      Map<String, Unit> units, String symbol, Dimension dimension, BigFraction scale) {
    units.put(symbol, new Unit(symbol, dimension, scale));
  }

  static Optional<Unit> find(String symbol) {
    Unit plain = PLAIN.getOrDefault(symbol, PREFIXED.get(symbol));
    if (plain != null) {
      return Optional.of(plain);
    }
    Integer power = symbol.length() < 2 ? null : PREFIXES.get(symbol.substring(0, 1));
    Unit unit = power == null ? null : PREFIXED.get(symbol.substring(1));
    if (unit == null || power == null) {
      return Optional.empty();
    }
    BigFraction factor = BigFraction.of(10).pow(power);
    return Optional.of(new Unit(symbol, unit.dimension(), unit.scale().multiply(factor)));
  }

  /** For messages: everything that can be written, prefixed names with their bare form only. */
  static String known() {
    return String.join(", ", PLAIN.keySet())
        + "; and with k M G T P E Z before them "
        + String.join(", ", PREFIXED.keySet());
  }
}
