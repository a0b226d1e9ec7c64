package org.suanwang.market.program;

import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.RoundingPolicy;

/**
 * One operation on one or two operands.
 *
 * @param policy how to print; null unless that is what is done
 */
record Instruction(Opcode opcode, Operand a, Operand b, @Nullable RoundingPolicy policy) {
  static Instruction of(Opcode opcode, Operand a, Operand b) {
    return new Instruction(opcode, a, b, null);
  }
}
