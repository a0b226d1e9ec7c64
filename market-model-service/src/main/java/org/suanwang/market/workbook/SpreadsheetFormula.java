package org.suanwang.market.workbook;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.Operator;
import org.suanwang.market.quantity.Unit;

/**
 * Writes the tree of a formula for a spreadsheet. References stand for values in their declared
 * units; each is multiplied by its unit's scale, so the result is in coherent units, as everywhere
 * in this service. Signs and powers are always in brackets: spreadsheets read {@code -2^2} as 4 and
 * {@code 2^3^2} as 64.
 */
final class SpreadsheetFormula {
  /** What spreadsheet programs take. */
  static final int LENGTH_MAX = 8192;

  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int ALONE = 3;

  private final Function<String, String> names;
  private final Function<String, Unit> units;

  private SpreadsheetFormula(Function<String, String> names, Function<String, Unit> units) {
    this.names = names;
    this.units = units;
  }

  /** The formula is longer than spreadsheets take. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The formula, its result in a unit.
   *
   * @throws TooLongException when it cannot be written within {@value #LENGTH_MAX} characters
   */
  static String of(
      Expression expression,
      Unit result,
      Function<String, String> names,
      Function<String, Unit> units) {
    var formula = new SpreadsheetFormula(names, units);
    String scale = scale(result);
    return checked(
        scale.isEmpty()
            ? formula.text(expression)
            : formula.bracketed(expression, PRODUCT) + "/" + scale);
  }

  /** Empty when the unit is coherent. */
  static String scale(Unit unit) {
    return unit.scale().equals(BigFraction.ONE) ? "" : NumberText.of(unit.scale());
  }

  private String text(Expression part) {
    return checked(
        switch (part) {
          case Expression.Literal literal ->
              NumberText.of(literal.unit().toCoherent(literal.value()));
          case Expression.Reference reference -> reference(reference.key());
          case Expression.Negation negation -> "(-" + bracketed(negation.operand(), ALONE) + ")";
          case Expression.Operation operation -> operation(operation);
          case Expression.Call call -> call(call);
        });
  }

  private String reference(String key) {
    String scale = scale(units.apply(key));
    return scale.isEmpty() ? names.apply(key) : "(" + names.apply(key) + "*" + scale + ")";
  }

  private String operation(Expression.Operation operation) {
    Operator operator = operation.operator();
    int level = level(operator);
    String left = bracketed(operation.left(), level);
    // What stands on the right is never regrouped: floating point would tell.
    String right = bracketed(operation.right(), level + 1);
    return operator == Operator.POWER
        ? power(operation, left, right)
        : left + operator.symbol() + right;
  }

  /** Spreadsheets have no 0^0, which is 1 here; only a name can be zero unseen. */
  private static String power(Expression.Operation operation, String base, String exponent) {
    String power = "(" + base + "^" + exponent + ")";
    return switch (operation.right()) {
      case Expression.Literal literal when literal.value().signum() == 0 -> "1";
      case Expression.Reference _ -> "IF(" + exponent + "=0,1," + power + ")";
      default -> power;
    };
  }

  private String call(Expression.Call call) {
    List<String> arguments = call.arguments().stream().map(this::text).toList();
    return switch (call.function()) {
      case MIN -> arguments.stream().collect(Collectors.joining(",", "MIN(", ")"));
      case MAX -> arguments.stream().collect(Collectors.joining(",", "MAX(", ")"));
      case ROUND, FLOOR, CEILING -> toStep(call);
    };
  }

  /** The functions of the same names differ between programs below zero; INT does not. */
  private String toStep(Expression.Call call) {
    String to = bracketed(call.arguments().getLast(), ALONE);
    String steps = bracketed(call.arguments().getFirst(), PRODUCT) + "/" + to;
    return switch (call.function()) {
      case FLOOR -> "(INT(" + steps + ")*" + to + ")";
      case CEILING -> "(-INT(-(" + steps + "))*" + to + ")";
      case ROUND, MIN, MAX -> "(SIGN(" + steps + ")*INT(ABS(" + steps + ")+0.5)*" + to + ")";
    };
  }

  private String bracketed(Expression part, int levelMin) {
    String text = text(part);
    return part instanceof Expression.Operation inner && level(inner.operator()) < levelMin
        ? "(" + text + ")"
        : text;
  }

  /** A higher one binds closer; powers come with their brackets. */
  private static int level(Operator operator) {
    return switch (operator) {
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE -> PRODUCT;
      case POWER -> ALONE;
    };
  }

  private static String checked(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new TooLongException();
    }
    return text;
  }
}
