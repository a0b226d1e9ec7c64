package org.suanwang.market.evaluation;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Function;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.parameter.Range;

/**
 * One way to compute. Every operation that has no result (a division by zero, a root of a negative
 * number, a number beyond all limits) throws {@link ArithmeticException} with a sentence; NaN and
 * infinity never come out.
 */
interface Arithmetic<N> {
  N of(BigFraction value);

  /** A given value, and where the true one may lie; null when that is the value alone. */
  N of(BigFraction value, @Nullable Range reach);

  N negate(N a);

  N add(N a, N b);

  N multiply(N a, N b);

  N divide(N a, N b);

  N power(N base, N exponent);

  N min(N a, N b);

  N max(N a, N b);

  /** To the nearest (half away from zero), next lower or next higher multiple of the step. */
  N toStep(N a, N step, Function how);

  N round(N a, RoundingPolicy policy);

  String print(N a, RoundingPolicy policy);

  Reading reading(N a);
}
