package org.suanwang.market.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A named function of formulas; the rounding ones take the step to round to, with its unit. */
public enum Function {
  MIN(2, 16),
  MAX(2, 16),
  ROUND(2, 2),
  FLOOR(2, 2),
  CEILING(2, 2);

  private final int argumentsMin;
  private final int argumentsMax;

  Function(int argumentsMin, int argumentsMax) {
    this.argumentsMin = argumentsMin;
    this.argumentsMax = argumentsMax;
  }

  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean takes(int arguments) {
    return arguments >= argumentsMin && arguments <= argumentsMax;
  }

  String arity() {
    return argumentsMin == argumentsMax
        ? String.valueOf(argumentsMin)
        : argumentsMin + " to " + argumentsMax;
  }

  static Optional<Function> find(String symbol) {
    return Arrays.stream(values()).filter(f -> f.symbol().equals(symbol)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(Function::symbol).collect(Collectors.joining(", "));
  }
}
