package org.suanwang.market.program;

import org.suanwang.market.formula.RoundingPolicy;

/**
 * An instruction with its registers chosen. Each is one plain loop, which compilers turn into
 * vector instructions. What has no result becomes infinite or NaN and stays so: no step turns it
 * back into a number.
 */
sealed interface Step {
  /**
   * Computes the first n of a block. Plain arithmetic goes on to the end of the block: a loop whose
   * length a compiler knows is worth more than what it does in vain.
   */
  void run(double[][] registers, int n);

  /** A register, of which the compiler then knows the length: no access needs a bounds check. */
  private static double[] block(double[][] registers, int index) {
    double[] block = registers[index];
    if (block.length != Program.BLOCK) {
      throw new IllegalArgumentException("a register holds a block");
    }
    return block;
  }

  record Add(int to, int a, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] + y[i];
      }
    }
  }

  record AddConstant(int to, int a, double c) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] + c;
      }
    }
  }

  record Subtract(int to, int a, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] - y[i];
      }
    }
  }

  record SubtractFromConstant(int to, double c, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = c - y[i];
      }
    }
  }

  record Multiply(int to, int a, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] * y[i];
      }
    }
  }

  record MultiplyByConstant(int to, int a, double c) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] * c;
      }
    }
  }

  record Divide(int to, int a, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] / y[i];
      }
    }
  }

  record DivideByConstant(int to, int a, double c) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] / c;
      }
    }
  }

  record DivideConstant(int to, double c, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = c / y[i];
      }
    }
  }

  /** A power of what is no number would be 1 where the exponent is 0; the products keep it. */
  record Power(int to, int a, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = registers[to];
      double[] x = registers[a];
      double[] y = registers[b];
      for (int i = 0; i < n; i++) {
        r[i] = StrictMath.pow(x[i], y[i]) + x[i] * 0 + y[i] * 0;
      }
    }
  }

  record Min(int to, int a, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = Math.min(x[i], y[i]);
      }
    }
  }

  record Max(int to, int a, int b) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      double[] y = block(registers, b);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = Math.max(x[i], y[i]);
      }
    }
  }

  /** To a multiple of the step b. */
  record ToMultiple(int to, int a, int b, Opcode how) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = registers[to];
      double[] x = registers[a];
      double[] y = registers[b];
      for (int i = 0; i < n; i++) {
        r[i] = y[i] > 0 ? whole(x[i] / y[i]) * y[i] : Double.NaN;
      }
    }

    private double whole(double steps) {
      return switch (how) {
        case FLOOR -> Math.floor(steps);
        case CEILING -> Math.ceil(steps);
        default -> Math.copySign(Math.floor(Math.abs(steps) + 0.5), steps);
      };
    }
  }

  record Print(int to, int a, RoundingPolicy policy) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      new Printing(policy).round(registers[a], registers[to], n);
    }
  }

  record Check(int to, int a) implements Step {
    @Override
    public void run(double[][] registers, int n) {
      double[] r = block(registers, to);
      double[] x = block(registers, a);
      for (int i = 0; i < Program.BLOCK; i++) {
        r[i] = x[i] + x[i] * 0;
      }
    }
  }
}
