package org.suanwang.market.program;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.suanwang.market.model.Model;
import org.suanwang.market.scenario.Assumptions;

/**
 * Chosen outputs of a model as steps over blocks of worlds. What the outputs do not need is left
 * out, what is the same in every world is computed once, what stands twice is computed once. The
 * results are those of the double evaluation, to the bit. Immutable; every thread runs it in a
 * frame of its own.
 */
public final class Program {
  /** Worlds in a block: few enough that all registers stay in a core's nearest cache. */
  public static final int BLOCK = 512;

  private final List<String> inputs;
  private final Step[] steps;
  private final int registers;
  private final double[] constants;
  private final int[] outputs;

  /**
   * What the compiler found.
   *
   * @param inputs the keys that vary, in the order of the first registers
   * @param registers how many there are in all
   * @param constants what the registers after those of the inputs always hold
   * @param outputs the register of each output
   */
  Program(List<String> inputs, List<Step> steps, int registers, double[] constants, int[] outputs) {
    this.inputs = List.copyOf(inputs);
    this.steps = steps.toArray(Step[]::new);
    this.registers = registers;
    this.constants = constants.clone();
    this.outputs = outputs.clone();
  }

  /**
   * The program for outputs of a model.
   *
   * @param varying keys of parameter values and variables whose value is drawn instead of taken or
   *     computed
   * @param outputs names that the model knows
   */
  public static Program compile(
      Model model, Assumptions assumptions, Collection<String> varying, List<String> outputs) {
    return new Compiler(model, assumptions, varying).compile(outputs);
  }

  /** The varying keys that some output needs, sorted. */
  public List<String> inputs() {
    return inputs;
  }

  /** How many steps a run takes. */
  public int steps() {
    return steps.length;
  }

  /** A fresh set of registers to run in. */
  public Frame frame() {
    return new Frame();
  }

  /** The registers of one thread. Values are in the declared units of inputs and outputs. */
  public final class Frame {
    private final double[][] values = new double[registers][BLOCK];

    private Frame() {
      for (int i = 0; i < constants.length; i++) {
        Arrays.fill(values[inputs.size() + i], constants[i]);
      }
    }

    /** Where the values of an input are to be put. */
    public double[] input(int index) {
      return values[index];
    }

    /** Where the values of an output are after a run; no finite number where it has no result. */
    public double[] output(int index) {
      return values[outputs[index]];
    }

    /** Computes the first n worlds, at most {@value #BLOCK}. */
    public void run(int n) {
      for (Step step : steps) {
        step.run(values, n);
      }
    }
  }
}
