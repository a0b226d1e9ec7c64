package org.suanwang.market.evaluation;

import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.quantity.Unit;

/**
 * One number of an evaluation, in its declared unit.
 *
 * @param reading the value before rounding
 * @param printed the value under its rounding policy
 * @param flowing the value that formulas further on used
 * @param rounding the policy in force; null for what is given
 */
public record Figure(
    String name,
    String label,
    Unit unit,
    Reading reading,
    String printed,
    Reading flowing,
    @Nullable RoundingPolicy rounding) {}
