package org.suanwang.market.quantity;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A product of integer powers of base dimensions; {@link #NONE} for pure numbers and shares.
 *
 * @param exponents base to exponent, never zero
 */
public record Dimension(Map<Base, Integer> exponents) {
  public static final Dimension NONE = new Dimension(Map.of());

  public Dimension {
    var kept = new EnumMap<Base, Integer>(Base.class);
    exponents.forEach(
        (base, exponent) -> {
          if (exponent != 0) {
            kept.put(base, exponent);
          }
        });
    exponents = Map.copyOf(kept);
  }

  public static Dimension of(Base base) {
    return new Dimension(Map.of(base, 1));
  }

  public boolean isNone() {
    return exponents.isEmpty();
  }

  public Dimension times(Dimension other) {
    return plus(other, 1);
  }

  public Dimension dividedBy(Dimension other) {
    return plus(other, -1);
  }

  private Dimension plus(Dimension other, int sign) {
    var sum = new EnumMap<Base, Integer>(Base.class);
    sum.putAll(exponents);
    other.exponents.forEach((base, exponent) -> sum.merge(base, sign * exponent, Math::addExact));
    return new Dimension(sum);
  }

  public Dimension power(int exponent) {
    var product = new EnumMap<Base, Integer>(Base.class);
    exponents.forEach((base, e) -> product.put(base, Math.multiplyExact(e, exponent)));
    return new Dimension(product);
  }

  /** In coherent units, in the order of {@link Base}: {@code CNY/(device.s)}, or {@code 1}. */
  public String text() {
    String above = symbols(1);
    String below = symbols(-1);
    if (below.isEmpty()) {
      return above.isEmpty() ? "1" : above;
    }
    String divisor = below.contains(".") ? "(" + below + ")" : below;
    return (above.isEmpty() ? "1" : above) + "/" + divisor;
  }

  private String symbols(int sign) {
    return ordered().entrySet().stream()
        .filter(e -> Integer.signum(e.getValue()) == sign)
        .map(e -> symbol(e.getKey(), Math.abs(e.getValue())))
        .collect(Collectors.joining("."));
  }

  /** Iteration over the immutable copy has no fixed order; the text must have one. */
  private EnumMap<Base, Integer> ordered() {
    var ordered = new EnumMap<Base, Integer>(Base.class);
    ordered.putAll(exponents);
    return ordered;
  }

  private static String symbol(Base base, int power) {
    return power == 1 ? base.symbol() : base.symbol() + "^" + power;
  }
}
