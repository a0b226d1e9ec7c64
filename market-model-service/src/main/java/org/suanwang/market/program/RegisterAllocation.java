package org.suanwang.market.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suanwang.market.program.Operand.Constant;

/**
 * Gives operands their registers: first the inputs, then the constants, then the results; a
 * register whose value is needed no more is used again. Instructions whose result nobody needs are
 * left out.
 */
final class RegisterAllocation {
  private final List<String> inputs;
  private final List<Instruction> instructions;
  private final List<Operand> outputs;
  private final Set<Operand> needed = new HashSet<>();
  private final Map<Operand, Integer> lastUse = new HashMap<>();
  private final Map<Operand, Integer> registers = new HashMap<>();
  private final List<Double> constants = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();

  RegisterAllocation(List<String> inputs, List<Instruction> instructions, List<Operand> outputs) {
    this.inputs = inputs;
    this.instructions = instructions;
    this.outputs = outputs;
  }

  /** The one number that an instruction makes of numbers: by the step itself. */
  static double fold(Instruction instruction, double a, double b) {
    double[][] registers = new double[3][Program.BLOCK];
    registers[0][0] = a;
    registers[1][0] = b;
    general(instruction, 2, 0, 1).run(registers, 1);
    return registers[2][0];
  }

  Program program() {
    findNeeded();
    for (int i = 0; i < inputs.size(); i++) {
      registers.put(new Operand.Input(i), registers.size());
    }
    outputs.forEach(this::keepConstant);
    neededInstructions().filter(i -> !takesConstant(i)).forEach(this::keepConstants);
    int taken = registers.size();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < instructions.size(); i++) {
      if (needed.contains(new Operand.Result(i))) {
        steps.add(step(i, taken));
        taken = Math.max(taken, register(new Operand.Result(i)) + 1);
      }
    }
    double[] numbers = constants.stream().mapToDouble(Double::doubleValue).toArray();
    int[] results = outputs.stream().mapToInt(this::register).toArray();
    return new Program(inputs, steps, taken, numbers, results);
  }

  /** Walks backwards, so that what only unneeded instructions use is not needed either. */
  private void findNeeded() {
    needed.addAll(outputs);
    outputs.forEach(o -> lastUse.put(o, Integer.MAX_VALUE));
    for (int i = instructions.size() - 1; i >= 0; i--) {
      if (needed.contains(new Operand.Result(i))) {
        int at = i;
        operands(instructions.get(i)).forEach(o -> lastUse.putIfAbsent(o, at));
        operands(instructions.get(i)).forEach(needed::add);
      }
    }
  }

  private Stream<Instruction> neededInstructions() {
    return IntStream.range(0, instructions.size())
        .filter(i -> needed.contains(new Operand.Result(i)))
        .mapToObj(instructions::get);
  }

  private static Stream<Operand> operands(Instruction instruction) {
    return Stream.of(instruction.a(), instruction.b()).distinct();
  }

  private void keepConstants(Instruction instruction) {
    operands(instruction).forEach(this::keepConstant);
  }

  private void keepConstant(Operand operand) {
    if (operand instanceof Constant constant && !registers.containsKey(operand)) {
      registers.put(operand, registers.size());
      constants.add(constant.value());
    }
  }

  private int register(Operand operand) {
    return Objects.requireNonNull(registers.get(operand));
  }

  private Step step(int index, int next) {
    Instruction instruction = instructions.get(index);
    operands(instruction).filter(o -> isLast(o, index)).map(this::register).forEach(free::push);
    int to = free.isEmpty() ? next : free.pop();
    registers.put(new Operand.Result(index), to);
    return takesConstant(instruction)
        ? withConstant(instruction, to)
        : general(instruction, to, register(instruction.a()), register(instruction.b()));
  }

  /** Inputs and constants stay; a result may make room for the one that is computed from it. */
  private boolean isLast(Operand operand, int index) {
    return operand instanceof Operand.Result
        && Objects.requireNonNull(lastUse.get(operand)) == index;
  }

  private static boolean takesConstant(Instruction instruction) {
    boolean right = instruction.b() instanceof Constant;
    boolean any = right || instruction.a() instanceof Constant;
    return switch (instruction.opcode()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> any;
      default -> false;
    };
  }

  private Step withConstant(Instruction instruction, int to) {
    if (instruction.b() instanceof Constant(double c)) {
      int a = register(instruction.a());
      return switch (instruction.opcode()) {
        case ADD -> new Step.AddConstant(to, a, c);
        case SUBTRACT -> new Step.AddConstant(to, a, -c);
        case MULTIPLY -> new Step.MultiplyByConstant(to, a, c);
        default -> new Step.DivideByConstant(to, a, c);
      };
    }
    int b = register(instruction.b());
    double c = ((Constant) instruction.a()).value();
    return switch (instruction.opcode()) {
      case ADD -> new Step.AddConstant(to, b, c);
      case SUBTRACT -> new Step.SubtractFromConstant(to, c, b);
      case MULTIPLY -> new Step.MultiplyByConstant(to, b, c);
      default -> new Step.DivideConstant(to, c, b);
    };
  }

  private static Step general(Instruction instruction, int to, int a, int b) {
    return switch (instruction.opcode()) {
      case ADD -> new Step.Add(to, a, b);
      case SUBTRACT -> new Step.Subtract(to, a, b);
      case MULTIPLY -> new Step.Multiply(to, a, b);
      case DIVIDE -> new Step.Divide(to, a, b);
      case POWER -> new Step.Power(to, a, b);
      case MIN -> new Step.Min(to, a, b);
      case MAX -> new Step.Max(to, a, b);
      case ROUND, FLOOR, CEILING -> new Step.ToMultiple(to, a, b, instruction.opcode());
      case PRINT -> new Step.Print(to, a, Objects.requireNonNull(instruction.policy()));
      case CHECK -> new Step.Check(to, a);
    };
  }
}
