package org.suanwang.market.formula;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.quantity.Unit;

/**
 * A formula as a tree. Value, unit check, trace and text are readers of this one tree, so they
 * cannot drift apart. {@code position} is the character in the formula's text, from 1.
 */
public sealed interface Expression {
  int position();

  /** A number as written, with its unit: {@code 1} or {@code 1 [server/rack]}. */
  record Literal(BigFraction value, Unit unit, int position) implements Expression {}

  /** A parameter or variable, {@code name} or {@code name@2025}. */
  record Reference(String name, @Nullable String period, int position) implements Expression {
    public String key() {
      return period == null ? name : name + "@" + period;
    }
  }

  record Negation(Expression operand, int position) implements Expression {}

  record Operation(Operator operator, Expression left, Expression right, int position)
      implements Expression {}

  record Call(Function function, List<Expression> arguments, int position) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** The parts a node is made of, left to right. */
  default List<Expression> parts() {
    return switch (this) {
      case Literal _, Reference _ -> List.of();
      case Negation negation -> List.of(negation.operand());
      case Operation operation -> List.of(operation.left(), operation.right());
      case Call call -> call.arguments();
    };
  }

  /** Every reference in the tree, in the order of reading, each key once. */
  default Set<Reference> references() {
    var byKey = new LinkedHashMap<String, Reference>();
    collect(this, byKey);
    return new LinkedHashSet<>(byKey.values());
  }

  private static void collect(Expression expression, Map<String, Reference> into) {
    if (expression instanceof Reference reference) {
      into.putIfAbsent(reference.key(), reference);
    }
    expression.parts().forEach(part -> collect(part, into));
  }
}
