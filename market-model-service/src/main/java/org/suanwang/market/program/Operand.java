package org.suanwang.market.program;

/** What a step works on. */
sealed interface Operand {
  /** The same number in every world. */
  record Constant(double value) implements Operand {}

  /** Something drawn; always a finite number. */
  record Input(int index) implements Operand {}

  /** What an earlier instruction computed; infinite or NaN where it has no result. */
  record Result(int instruction) implements Operand {}
}
