package org.suanwang.market.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.ValueOverride;

/** One pass over the graph in one arithmetic. Formulas see values in coherent units. */
final class Calculation<N> {
  private static final int WITHOUT_RESULT_MAX = 20;

  private final Model model;
  private final Assumptions assumptions;
  private final Arithmetic<N> arithmetic;

  /** Stands for what has no result when only bounds are looked at; null to refuse it. */
  private final @Nullable N unknown;

  /** What formulas see, in coherent units. */
  private final Map<String, N> flowing = new HashMap<>();

  private final Map<String, Figure> figures = new LinkedHashMap<>();

  /** What has no result and nothing before it to blame. */
  private final List<Violation> withoutResult = new ArrayList<>();

  private boolean isSpent;

  Calculation(Model model, Assumptions assumptions, Arithmetic<N> arithmetic) {
    this(model, assumptions, arithmetic, null);
  }

  private Calculation(
      Model model, Assumptions assumptions, Arithmetic<N> arithmetic, @Nullable N unknown) {
    this.model = model;
    this.assumptions = assumptions;
    this.arithmetic = arithmetic;
    this.unknown = unknown;
  }

  /**
   * A pass in which nothing is uncertain but what is stated as "at least" or "at most"; a formula
   * without a result then has no figure, and may be any number for what follows from it.
   */
  static Calculation<Reading.Range> ofBounds(Model model, Assumptions assumptions, Effort effort) {
    return new Calculation<>(
        model, assumptions, new IntervalArithmetic(effort), new Reading.Range(null, null));
  }

  /**
   * What is wanted and what that needs.
   *
   * @throws InvalidInputException with everything that has no result, up to {@value
   *     #WITHOUT_RESULT_MAX}; what only follows from it is not named
   */
  Map<String, Figure> run(List<String> wanted) {
    Set<String> needed = needed(model, assumptions, wanted);
    for (Model.Given given : model.givens()) {
      if (needed.contains(given.key())) {
        tellApart(() -> take(given));
      }
    }
    for (Variable variable : model.order()) {
      if (needed.contains(variable.name()) && isComputable(variable)) {
        tellApart(() -> computeOrGiveUp(variable));
      }
    }
    if (!withoutResult.isEmpty()) {
      throw new InvalidInputException(withoutResult);
    }
    return figures;
  }

  private void tellApart(Runnable computation) {
    try {
      computation.run();
    } catch (InvalidInputException e) {
      withoutResult.addAll(e.violations());
      if (isSpent || withoutResult.size() >= WITHOUT_RESULT_MAX) {
        throw new InvalidInputException(withoutResult);
      }
    }
  }

  private boolean isComputable(Variable variable) {
    return assumptions.find(variable.name()).isPresent()
        || variable.expression().references().stream().allMatch(r -> flowing.containsKey(r.key()));
  }

  /** Walks the order backwards: what a needed variable refers to is needed. */
  static Set<String> needed(Model model, Assumptions assumptions, List<String> wanted) {
    var needed = new HashSet<>(wanted);
    for (Variable variable : model.order().reversed()) {
      if (needed.contains(variable.name()) && assumptions.find(variable.name()).isEmpty()) {
        variable.expression().references().forEach(r -> needed.add(r.key()));
      }
    }
    return needed;
  }

  private void take(Model.Given given) {
    Parameter parameter = given.parameter();
    assumptions
        .find(given.key())
        .ifPresentOrElse(
            o -> takeOverride(o, parameter.label(), parameter.unit()),
            () -> {
              var stated = new Quantity(given.value().value(), parameter.unit());
              Range reach = unknown == null ? given.reach() : given.bounds();
              keep(given.key(), parameter.label(), stated, reach);
            });
  }

  private void takeOverride(ValueOverride override, String label, Unit unit) {
    ValueOverride stated = override.in(unit);
    Range reach = unknown == null ? stated.uncertainty().reach() : null;
    keep(override.key(), label, stated.quantity(), reach);
  }

  private void keep(String key, String label, Quantity quantity, @Nullable Range reach) {
    Unit unit = quantity.unit();
    N value =
        guarded(
            key,
            quantity::shortText,
            () -> {
              N stated = arithmetic.of(quantity.value(), reach);
              flowing.put(key, arithmetic.multiply(stated, arithmetic.of(unit.scale())));
              return stated;
            });
    Reading reading = arithmetic.reading(value);
    figures.put(key, new Figure(key, label, unit, reading, reading.text(), reading, null));
  }

  private void computeOrGiveUp(Variable variable) {
    try {
      compute(variable);
    } catch (InvalidInputException e) {
      if (unknown == null) {
        throw e;
      }
      flowing.put(variable.name(), unknown);
    }
  }

  private void compute(Variable variable) {
    Optional<ValueOverride> override = assumptions.find(variable.name());
    if (override.isPresent()) {
      takeOverride(override.get(), variable.label(), variable.unit());
      return;
    }
    N coherent = value(variable, variable.expression());
    guarded(variable, variable.expression(), () -> print(variable, coherent));
  }

  /** What formulas further on see is the exact or the printed value. */
  private N print(Variable variable, N coherent) {
    Unit unit = variable.unit();
    N scale = arithmetic.of(unit.scale());
    N value = arithmetic.divide(coherent, scale);
    RoundingPolicy policy = assumptions.rounding(variable);
    boolean printedFlows = policy.flow() == RoundingPolicy.Flow.PRINTED;
    N onward = printedFlows ? arithmetic.round(value, policy) : value;
    flowing.put(variable.name(), printedFlows ? arithmetic.multiply(onward, scale) : coherent);
    figures.put(
        variable.name(),
        new Figure(
            variable.name(),
            variable.label(),
            unit,
            arithmetic.reading(value),
            arithmetic.print(value, policy),
            arithmetic.reading(onward),
            policy));
    return onward;
  }

  private N value(Variable variable, Expression part) {
    return switch (part) {
      case Expression.Literal literal ->
          guarded(
              variable, literal, () -> arithmetic.of(literal.unit().toCoherent(literal.value())));
      case Expression.Reference reference ->
          Objects.requireNonNull(flowing.get(reference.key()), reference.key());
      case Expression.Negation negation -> arithmetic.negate(value(variable, negation.operand()));
      case Expression.Operation operation -> operation(variable, operation);
      case Expression.Call call -> call(variable, call);
    };
  }

  private N operation(Variable variable, Expression.Operation operation) {
    N left = value(variable, operation.left());
    N right = value(variable, operation.right());
    return guarded(
        variable,
        operation,
        () ->
            switch (operation.operator()) {
              case ADD -> arithmetic.add(left, right);
              case SUBTRACT -> arithmetic.add(left, arithmetic.negate(right));
              case MULTIPLY -> arithmetic.multiply(left, right);
              case DIVIDE -> arithmetic.divide(left, right);
              case POWER -> arithmetic.power(left, right);
            });
  }

  private N call(Variable variable, Expression.Call call) {
    List<N> arguments = call.arguments().stream().map(a -> value(variable, a)).toList();
    return guarded(
        variable,
        call,
        () ->
            switch (call.function()) {
              case MIN -> arguments.stream().reduce(arithmetic::min).orElseThrow();
              case MAX -> arguments.stream().reduce(arithmetic::max).orElseThrow();
              case ROUND, FLOOR, CEILING ->
                  arithmetic.toStep(arguments.getFirst(), arguments.getLast(), call.function());
            });
  }

  /** What has no result is told with the formula's part and the values that stood in it. */
  private N guarded(Variable variable, Expression part, Supplier<N> compute) {
    return guarded(
        variable.name(),
        () -> Rendering.render(part) + " = " + Rendering.render(part, this::shown),
        compute);
  }

  private N guarded(String field, Supplier<String> shown, Supplier<N> compute) {
    try {
      return compute.get();
    } catch (ArithmeticException e) {
      isSpent = e instanceof Effort.SpentException;
      throw new InvalidInputException(
          field,
          shown.get(),
          "must have a result: " + e.getMessage(),
          "change the overrides so that it has one, or leave the output out");
    }
  }

  private String shown(Expression.Reference reference) {
    Figure figure = figures.get(reference.key());
    return figure == null ? reference.key() : figure.flowing().text();
  }
}
