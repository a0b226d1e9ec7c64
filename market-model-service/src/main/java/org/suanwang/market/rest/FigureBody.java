package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.quantity.Numeral;

/**
 * A computed number.
 *
 * @param exact a decimal or a fraction; only in exact mode
 * @param approximate true when a root was cut at 40 digits; left out when exact
 * @param value as a floating-point number; of a range the middle
 * @param low exactly; only in interval mode
 * @param high exactly; only in interval mode
 * @param printed under the rounding policy
 * @param flowing the value that other formulas used, where that is not the exact one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureBody(
    String variable,
    String label,
    @Nullable String exact,
    @Nullable Boolean approximate,
    double value,
    @Nullable String low,
    @Nullable String high,
    String printed,
    @Nullable String flowing,
    String unit) {
  static FigureBody of(Figure figure) {
    Reading reading = figure.reading();
    boolean same = figure.flowing().equals(reading);
    return new FigureBody(
        figure.name(),
        figure.label(),
        reading instanceof Reading.Exact exact ? Numeral.write(exact.value()) : null,
        isCut(reading) ? Boolean.TRUE : null,
        reading.middle(),
        reading instanceof Reading.Range range ? Numeral.write(range.low()) : null,
        reading instanceof Reading.Range range ? Numeral.write(range.high()) : null,
        figure.printed(),
        same ? null : figure.flowing().text(),
        figure.unit().text());
  }

  private static boolean isCut(Reading reading) {
    return reading instanceof Reading.Exact exact && exact.approximate();
  }
}
