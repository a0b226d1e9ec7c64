package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads products and quotients as people write them beside a derived value: {@code 8 x 280 TFLOPS},
 * {@code 8192 bit × 3.2 GT/s ÷ 8}. What is no such formula, in words or with sums, is empty.
 */
final class Arithmetic {
  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(?:[A-Za-zµ²%]+(?:/[a-z]+)?)?(?:\\s+[a-z]{2,12})?\\s*");
  private static final Pattern OPERATOR = Pattern.compile("[x×*÷/]");

  private Arithmetic() {}

  /** The value of the formula that a rule begins with, up to a colon. */
  static OptionalDouble evaluate(String rule) {
    String formula = rule.split("[:;=(]", 2)[0];
    List<Double> numbers = new ArrayList<>();
    List<Character> operators = new ArrayList<>();
    int at = 0;
    while (true) {
      Matcher term = TERM.matcher(formula).region(at, formula.length());
      if (!term.lookingAt()) {
        return OptionalDouble.empty();
      }
      numbers.add(Double.valueOf(term.group(1)));
      at = term.end();
      if (at == formula.length()) {
        return operators.isEmpty() ? OptionalDouble.empty() : result(numbers, operators);
      }
      Optional<Character> operator = operator(formula, at);
      if (operator.isEmpty()) {
        return OptionalDouble.empty();
      }
      operators.add(operator.get());
      at++;
    }
  }

  private static Optional<Character> operator(String formula, int at) {
    String next = formula.substring(at, at + 1);
    return OPERATOR.matcher(next).matches() ? Optional.of(next.charAt(0)) : Optional.empty();
  }

  private static OptionalDouble result(List<Double> numbers, List<Character> operators) {
    double value = numbers.getFirst();
    for (int i = 0; i < operators.size(); i++) {
      double next = numbers.get(i + 1);
      boolean divides = operators.get(i) == '÷' || operators.get(i) == '/';
      value = divides ? value / next : value * next;
    }
    return OptionalDouble.of(value);
  }
}
