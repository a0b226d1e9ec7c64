package org.suanwang.market.program;

/** What a step does; the same operations as the arithmetics of an evaluation have. */
enum Opcode {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER,
  MIN,
  MAX,
  ROUND,
  FLOOR,
  CEILING,
  /** The printed value; the policy says how. */
  PRINT,
  /** NaN for what is no finite number, else the number. */
  CHECK
}
