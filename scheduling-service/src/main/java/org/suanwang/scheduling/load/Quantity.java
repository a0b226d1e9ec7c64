package org.suanwang.scheduling.load;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as Kubernetes writes them, exactly: {@code 500m}, {@code 1.5Gi}, {@code 12E6}, {@code
 * 128974848}, {@code 2E}.
 */
final class Quantity {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}))([eE][+-]?\\d{1,3}|[a-zA-Z]{0,2})");
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("", BigDecimal.ONE),
          Map.entry("n", BigDecimal.ONE.scaleByPowerOfTen(-9)),
          Map.entry("u", BigDecimal.ONE.scaleByPowerOfTen(-6)),
          Map.entry("m", BigDecimal.ONE.scaleByPowerOfTen(-3)),
          Map.entry("k", BigDecimal.ONE.scaleByPowerOfTen(3)),
          Map.entry("M", BigDecimal.ONE.scaleByPowerOfTen(6)),
          Map.entry("G", BigDecimal.ONE.scaleByPowerOfTen(9)),
          Map.entry("T", BigDecimal.ONE.scaleByPowerOfTen(12)),
          Map.entry("P", BigDecimal.ONE.scaleByPowerOfTen(15)),
          Map.entry("E", BigDecimal.ONE.scaleByPowerOfTen(18)),
          Map.entry("Ki", power(10)),
          Map.entry("Mi", power(20)),
          Map.entry("Gi", power(30)),
          Map.entry("Ti", power(40)),
          Map.entry("Pi", power(50)),
          Map.entry("Ei", power(60)));

  private Quantity() {}

  private static BigDecimal power(int bits) {
    return BigDecimal.valueOf(1L << bits);
  }

  /** The amount in its base unit; null when it is none. */
  static @Nullable BigDecimal find(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    BigDecimal number = new BigDecimal(form.group(1));
    String unit = form.group(2);
    if (unit.length() > 1 && Character.toLowerCase(unit.charAt(0)) == 'e' && !unit.equals("Ei")) {
      return number.scaleByPowerOfTen(Integer.parseInt(unit.substring(1)));
    }
    BigDecimal factor = SUFFIXES.get(unit);
    return factor == null ? null : number.multiply(factor);
  }
}
