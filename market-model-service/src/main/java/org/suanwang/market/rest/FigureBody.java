package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.BoundEffect;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.quantity.Numeral;

/**
 * A computed number.
 *
 * @param exact a decimal or a fraction; only in exact mode
 * @param approximate true when a root was cut at 40 digits; left out when exact
 * @param value as a floating-point number; of a range the middle, or its only end; left out of a
 *     range without ends
 * @param low exactly; only in interval mode, and left out where nothing bounds the number below
 * @param high exactly; only in interval mode, and left out where nothing bounds the number above
 * @param printed under the rounding policy
 * @param flowing the value that other formulas used, where that is not the exact one
 * @param bound on which side of this number the true one lies, since it rests on values of which
 *     only a bound is known: {@code at least}, {@code at most}, or {@code undecided}; left out when
 *     it does not, and in interval mode, whose low and high tell it
 * @param boundedBy those values, the first 20; left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureBody(
    String variable,
    String label,
    @Nullable String exact,
    @Nullable Boolean approximate,
    @Nullable Double value,
    @Nullable String low,
    @Nullable String high,
    String printed,
    @Nullable String flowing,
    @Nullable String bound,
    @Nullable List<String> boundedBy,
    String unit) {
  static FigureBody of(Evaluation evaluation, Figure figure) {
    BoundEffect bound = evaluation.bound(figure.name()).orElse(null);
    Reading reading = figure.reading();
    boolean same = figure.flowing().equals(reading);
    return new FigureBody(
        figure.name(),
        figure.label(),
        reading instanceof Reading.Exact exact ? Numeral.write(exact.value()) : null,
        isCut(reading) ? Boolean.TRUE : null,
        Doubles.finite(reading.middle()),
        reading instanceof Reading.Range range ? written(range.low()) : null,
        reading instanceof Reading.Range range ? written(range.high()) : null,
        figure.printed(),
        same ? null : figure.flowing().text(),
        bound == null || reading instanceof Reading.Range ? null : bound.direction().words(),
        bound == null ? null : bound.inputs(),
        figure.unit().text());
  }

  private static @Nullable String written(@Nullable BigFraction end) {
    return end == null ? null : Numeral.write(end);
  }

  private static boolean isCut(Reading reading) {
    return reading instanceof Reading.Exact exact && exact.approximate();
  }
}
