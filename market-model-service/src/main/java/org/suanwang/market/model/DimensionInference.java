package org.suanwang.market.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.Operator;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.quantity.Dimension;
import org.suanwang.market.quantity.Unit;

/**
 * Finds the dimension of an expression from the units of the names in it, noting every place where
 * two do not fit. A part that does not fit, or holds an unknown name, is of no dimension (null) and
 * causes no second complaint further up.
 */
final class DimensionInference {
  private static final int POWER_MAX = 12;

  /** A power of a power of a power is no quantity that anybody means. */
  private static final int TOTAL_MAX = 10_000;

  /** A part of a formula whose units do not fit. */
  record Mismatch(String part, String message, String remedy) {}

  private final Map<String, Unit> units;
  private final List<Mismatch> mismatches = new ArrayList<>();

  DimensionInference(Map<String, Unit> units) {
    this.units = units;
  }

  List<Mismatch> mismatches() {
    return mismatches;
  }

  @Nullable Dimension infer(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.unit().dimension();
      case Expression.Reference reference -> {
        Unit unit = units.get(reference.key());
        yield unit == null ? null : unit.dimension();
      }
      case Expression.Negation negation -> infer(negation.operand());
      case Expression.Operation operation -> operation(operation);
      case Expression.Call call -> alike(call, call.arguments());
    };
  }

  private @Nullable Dimension operation(Expression.Operation operation) {
    return switch (operation.operator()) {
      case ADD, SUBTRACT -> alike(operation, operation.parts());
      case MULTIPLY, DIVIDE -> product(operation);
      case POWER -> power(operation);
    };
  }

  private @Nullable Dimension product(Expression.Operation operation) {
    Dimension left = infer(operation.left());
    Dimension right = infer(operation.right());
    if (left == null || right == null) {
      return null;
    }
    return operation.operator() == Operator.MULTIPLY ? left.times(right) : left.dividedBy(right);
  }

  private @Nullable Dimension alike(Expression whole, List<Expression> parts) {
    Dimension first = null;
    boolean fits = true;
    Expression firstPart = parts.getFirst();
    for (Expression part : parts) {
      Dimension dimension = infer(part);
      if (dimension == null) {
        fits = false;
      } else if (first == null) {
        first = dimension;
        firstPart = part;
      } else if (!dimension.equals(first)) {
        fits = false;
        mismatches.add(unlike(whole, firstPart, first, part, dimension));
      }
    }
    return fits ? first : null;
  }

  private static Mismatch unlike(
      Expression whole, Expression a, Dimension first, Expression b, Dimension second) {
    return new Mismatch(
        Rendering.render(whole),
        "\""
            + Rendering.render(a)
            + "\" is in "
            + first.text()
            + " and \""
            + Rendering.render(b)
            + "\" in "
            + second.text(),
        "multiply \""
            + Rendering.render(b)
            + "\" by something in "
            + first.dividedBy(second).text());
  }

  private @Nullable Dimension power(Expression.Operation operation) {
    Dimension base = infer(operation.left());
    Dimension exponent = infer(operation.right());
    if (base == null || exponent == null) {
      return null;
    }
    if (!exponent.isNone()) {
      mismatches.add(
          new Mismatch(
              Rendering.render(operation),
              "the exponent is in " + exponent.text(),
              "divide the exponent by something in " + exponent.text()));
      return null;
    }
    return base.isNone() ? base : integerPower(operation, base);
  }

  private @Nullable Dimension integerPower(Expression.Operation operation, Dimension base) {
    if (operation.right() instanceof Expression.Literal literal
        && literal.value().getDenominator().equals(BigInteger.ONE)
        && literal.value().getNumerator().bitLength() < Integer.SIZE
        && Math.abs(literal.value().intValue()) <= POWER_MAX) {
      int exponent = literal.value().intValue();
      if (base.exponents().values().stream().allMatch(e -> Math.abs(e * exponent) <= TOTAL_MAX)) {
        return base.power(exponent);
      }
    }
    mismatches.add(
        new Mismatch(
            Rendering.render(operation),
            "a quantity in "
                + base.text()
                + " has an exponent that is no small whole number as written",
            "divide the base by a quantity in " + base.text() + " first"));
    return null;
  }
}
