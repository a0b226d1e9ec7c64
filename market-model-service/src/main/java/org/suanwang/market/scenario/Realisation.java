package org.suanwang.market.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Bound;
import org.suanwang.market.parameter.Citation;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.quantity.Quantity;

/**
 * What became of a number that a model foresaw, for its back-test. It does not know what the model
 * said.
 *
 * @param variable the variable, or the value of a parameter, that foresaw it
 * @param scenario under which it is the forecast; null for the parameters as they stand
 * @param forecastDate the day whose knowledge the forecast is made of
 * @param value what was counted afterwards
 * @param bound whether the count is exact, or only a lowest or highest value of the true one
 * @param citation who counted, on a day after the forecast
 */
public record Realisation(
    String name,
    String variable,
    @Nullable String scenario,
    LocalDate forecastDate,
    Quantity value,
    Bound bound,
    Citation citation,
    List<String> remarks,
    Origin origin) {
  public Realisation {
    remarks = List.copyOf(remarks);
  }
}
