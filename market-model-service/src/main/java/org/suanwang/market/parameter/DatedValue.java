package org.suanwang.market.parameter;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's value for one period, with its source.
 *
 * @param period the year or month it is for, {@code 2025}; null when the parameter has only one
 * @param value in the parameter's unit
 * @param catalogue where in the accelerator catalogue it was read; null when it was not
 */
public record DatedValue(
    @Nullable String period,
    BigFraction value,
    Bound bound,
    Uncertainty uncertainty,
    Citation citation,
    @Nullable CatalogueCitation catalogue) {}
