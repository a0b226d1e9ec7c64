package org.suanwang.market.parameter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suanwang.market.quantity.Base;
import org.suanwang.market.quantity.Unit;

/**
 * That a value was read in the accelerator catalogue.
 *
 * @param accelerator the catalogue's id of it
 * @param property as the catalogue's {@code GET /v1/accelerator-fields} names it: {@code fp16} and
 *     its like for dense peaks, {@code power}, {@code memoryCapacity}, {@code memoryBandwidth}
 * @param version the catalogue version in which it was read
 */
public record CatalogueCitation(String accelerator, String property, String version) {
  private static final Map<String, String> UNITS = units();

  private static Map<String, String> units() {
    var units = new TreeMap<String, String>();
    for (Base base : Base.values()) {
      int at = base.symbol().indexOf('@');
      if (at > 0) {
        String precision = base.symbol().substring(at + 1).toLowerCase(Locale.ROOT);
        units.put(precision, "T" + base.symbol() + "/(s.device)");
      }
    }
    units.put("power", "W/device");
    units.put("memoryCapacity", "GB/device");
    units.put("memoryBandwidth", "GB/(s.device)");
    return units;
  }

  /** Whatever a value may be cited for. */
  public static String properties() {
    return String.join(", ", UNITS.keySet());
  }

  /** What the catalogue tells the property in; empty when it is none that can be cited. */
  public Optional<Unit> unit() {
    return Optional.ofNullable(UNITS.get(property)).map(Unit::parse);
  }

  public String text() {
    return property + " of " + accelerator + " in catalogue version " + version;
  }
}
