package org.suanwang.market.formula;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Unit;

/** Writes a tree as text again, with the fewest brackets; names may be shown as something else. */
public final class Rendering {
  private static final int ATOM = 9;
  private static final int NEGATION = 3;

  private final Function<Expression.Reference, String> names;

  private Rendering(Function<Expression.Reference, String> names) {
    this.names = names;
  }

  /** The formula with its names: {@code iaas_2025 * (1 - u) / u}. It parses to the same tree. */
  public static String render(Expression expression) {
    return new Rendering(Expression.Reference::key).text(expression);
  }

  /** The formula with something else for each name, such as its value. */
  public static String render(Expression expression, Function<Expression.Reference, String> names) {
    return new Rendering(names).text(expression);
  }

  private String text(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal(literal);
      case Expression.Reference reference -> names.apply(reference);
      case Expression.Negation negation -> "-" + bracketed(negation.operand(), NEGATION);
      case Expression.Operation operation -> operation(operation);
      case Expression.Call call ->
          call.function().symbol()
              + call.arguments().stream()
                  .map(this::text)
                  .collect(Collectors.joining(", ", "(", ")"));
    };
  }

  private static String literal(Expression.Literal literal) {
    String number = Numeral.write(literal.value());
    return literal.unit().equals(Unit.ONE) ? number : number + " [" + literal.unit().text() + "]";
  }

  private String operation(Expression.Operation operation) {
    int level = operation.operator().level();
    boolean toTheRight = operation.operator() == Operator.POWER;
    // a - (b - c): what stands on the side that does not associate needs its brackets.
    String left = bracketed(operation.left(), toTheRight ? level + 1 : level);
    String right = bracketed(operation.right(), toTheRight ? NEGATION : level + 1);
    return left + " " + operation.operator().symbol() + " " + right;
  }

  private String bracketed(Expression expression, int levelMin) {
    String text = text(expression);
    return level(expression) < levelMin ? "(" + text + ")" : text;
  }

  private static int level(Expression expression) {
    return switch (expression) {
      case Expression.Operation operation -> operation.operator().level();
      case Expression.Negation _ -> NEGATION;
      // A fraction is written with a slash.
      case Expression.Literal literal ->
          Numeral.write(literal.value()).contains("/") ? Operator.DIVIDE.level() : ATOM;
      case Expression.Reference _, Expression.Call _ -> ATOM;
    };
  }
}
