package org.suanwang.market.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.ValueOverride;

/**
 * From formulas to instructions. It asks for the same operations in the same order as an evaluation
 * in doubles does, so that both give the same bits.
 */
final class Compiler {
  private final Model model;
  private final Assumptions assumptions;
  private final Set<String> varying;
  private final List<String> inputs = new ArrayList<>();

  /** What formulas see, in coherent units. */
  private final Map<String, Operand> flowing = new HashMap<>();

  private final Map<Instruction, Operand> known = new HashMap<>();
  private final List<Instruction> instructions = new ArrayList<>();

  Compiler(Model model, Assumptions assumptions, Collection<String> varying) {
    this.model = model;
    this.assumptions = assumptions;
    this.varying = Set.copyOf(varying);
  }

  Program compile(List<String> outputs) {
    Set<String> needed = needed(outputs);
    new TreeSet<>(varying).stream().filter(needed::contains).forEach(inputs::add);
    Map<String, Operand> values = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      keep(inputs.get(i), new Operand.Input(i), unit(inputs.get(i)), values);
    }
    model.givens().stream()
        .filter(g -> needed.contains(g.key()) && !varying.contains(g.key()))
        .forEach(g -> keep(g.key(), given(g), g.parameter().unit(), values));
    model.order().stream()
        .filter(v -> needed.contains(v.name()) && !varying.contains(v.name()))
        .forEach(v -> compute(v, values));
    List<Operand> results =
        outputs.stream().map(name -> Objects.requireNonNull(values.get(name), name)).toList();
    return new RegisterAllocation(inputs, instructions, results).program();
  }

  private Set<String> needed(List<String> outputs) {
    var needed = new HashSet<>(outputs);
    for (Variable variable : model.order().reversed()) {
      String name = variable.name();
      if (needed.contains(name) && !varying.contains(name) && assumptions.find(name).isEmpty()) {
        variable.expression().references().forEach(r -> needed.add(r.key()));
      }
    }
    return needed;
  }

  private Unit unit(String key) {
    return model.findUnit(key).orElseThrow(() -> new IllegalArgumentException(key));
  }

  private Operand given(Model.Given given) {
    return assumptions
        .find(given.key())
        .map(o -> override(o, given.parameter().unit()))
        .orElseGet(() -> constant(given.value().value()));
  }

  private static Operand override(ValueOverride override, Unit unit) {
    return constant(override.quantity().in(unit).value());
  }

  private static Operand constant(BigFraction value) {
    return new Operand.Constant(value.doubleValue());
  }

  private void keep(String key, Operand stated, Unit unit, Map<String, Operand> values) {
    values.put(key, stated);
    flowing.put(key, scaled(Opcode.MULTIPLY, stated, unit));
  }

  /** Times or divided by the unit's scale; by 1 changes no bit. */
  private Operand scaled(Opcode opcode, Operand value, Unit unit) {
    double scale = unit.scale().doubleValue();
    return scale == 1 ? value : emit(Instruction.of(opcode, value, new Operand.Constant(scale)));
  }

  private void compute(Variable variable, Map<String, Operand> values) {
    ValueOverride override = assumptions.find(variable.name()).orElse(null);
    if (override != null) {
      keep(variable.name(), override(override, variable.unit()), variable.unit(), values);
      return;
    }
    Operand coherent = value(variable.expression());
    Operand value = scaled(Opcode.DIVIDE, coherent, variable.unit());
    RoundingPolicy policy = assumptions.rounding(variable);
    values.put(variable.name(), value);
    if (policy.flow() == RoundingPolicy.Flow.PRINTED) {
      Operand printed = emit(new Instruction(Opcode.PRINT, value, value, policy));
      flowing.put(variable.name(), scaled(Opcode.MULTIPLY, printed, variable.unit()));
    } else {
      flowing.put(variable.name(), coherent);
    }
  }

  private Operand value(Expression part) {
    return switch (part) {
      case Expression.Literal literal -> constant(literal.unit().toCoherent(literal.value()));
      case Expression.Reference reference ->
          Objects.requireNonNull(flowing.get(reference.key()), reference.key());
      case Expression.Negation negation ->
          binary(Opcode.MULTIPLY, value(negation.operand()), new Operand.Constant(-1));
      case Expression.Operation operation -> operation(operation);
      case Expression.Call call -> call(call);
    };
  }

  private Operand operation(Expression.Operation operation) {
    Operand left = value(operation.left());
    Operand right = value(operation.right());
    Opcode opcode =
        switch (operation.operator()) {
          case ADD -> Opcode.ADD;
          case SUBTRACT -> Opcode.SUBTRACT;
          case MULTIPLY -> Opcode.MULTIPLY;
          case DIVIDE -> Opcode.DIVIDE;
          case POWER -> Opcode.POWER;
        };
    return binary(opcode, left, right);
  }

  private Operand call(Expression.Call call) {
    List<Operand> arguments = call.arguments().stream().map(this::value).toList();
    Opcode opcode =
        switch (call.function()) {
          case MIN -> Opcode.MIN;
          case MAX -> Opcode.MAX;
          case ROUND -> Opcode.ROUND;
          case FLOOR -> Opcode.FLOOR;
          case CEILING -> Opcode.CEILING;
        };
    return arguments.stream().reduce((a, b) -> binary(opcode, a, b)).orElseThrow();
  }

  private Operand binary(Opcode opcode, Operand a, Operand b) {
    return switch (opcode) {
      // 1 / infinity would be a number again.
      case DIVIDE -> emit(Instruction.of(opcode, a, checked(b)));
      case MIN, MAX -> emit(Instruction.of(opcode, checked(a), checked(b)));
      default -> emit(Instruction.of(opcode, a, b));
    };
  }

  private Operand checked(Operand operand) {
    return operand instanceof Operand.Result
        ? emit(Instruction.of(Opcode.CHECK, operand, operand))
        : operand;
  }

  /** The instruction's result: a number where it has only numbers, else computed once. */
  private Operand emit(Instruction instruction) {
    Operand before = known.get(instruction);
    if (before != null) {
      return before;
    }
    Operand result;
    if (instruction.a() instanceof Operand.Constant a
        && instruction.b() instanceof Operand.Constant b) {
      result = new Operand.Constant(RegisterAllocation.fold(instruction, a.value(), b.value()));
    } else {
      instructions.add(instruction);
      result = new Operand.Result(instructions.size() - 1);
    }
    known.put(instruction, result);
    return result;
  }
}
