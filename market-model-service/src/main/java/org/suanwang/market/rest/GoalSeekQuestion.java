package org.suanwang.market.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.goalseek.GoalSeekRequest;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.rest.RequestAssumptions.OverrideBody;
import org.suanwang.market.rest.RequestAssumptions.RoundingBody;
import org.suanwang.market.scenario.PublishedModel;

/**
 * For which value of one parameter an output meets a target, all others as they stand.
 *
 * @param model an id for its newest version, or {@code id@version}
 * @param scenario left out or {@code base}: the parameters as they stand
 * @param overrides other values, by the name of a parameter or variable
 * @param rounding for one variable, or for all, whether the exact or the printed value flows on
 * @param parameter a parameter value or a variable, whose formula the value then stands in for
 * @param output a parameter or variable that depends on it
 * @param target that the output is to meet
 * @param from where the search begins; left out: at the low end of what is known of the parameter,
 *     or of what a share may be
 * @param to where it ends
 */
@Schema(name = "GoalSeekQuestion")
public record GoalSeekQuestion(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 80) String, @NotNull @Valid OverrideBody> overrides,
    @Nullable @Size(max = 500) List<@NotNull @Valid RoundingBody> rounding,
    @NotBlank @Size(max = 80) String parameter,
    @NotBlank @Size(max = 80) String output,
    @NotNull @Valid AmountPart target,
    @Nullable @Valid AmountPart from,
    @Nullable @Valid AmountPart to) {

  /** A decimal number or a fraction such as 300/220, and its unit. */
  @Schema(name = "Amount")
  public record AmountPart(
      @NotNull @Size(max = 200) String value, @NotNull @Size(min = 1, max = 80) String unit) {
    double in(String field, Unit wanted) {
      Quantity given = Measure.quantity(field, value, unit);
      if (!given.unit().isComparableTo(wanted)) {
        throw new InvalidInputException(
            field + ".unit",
            unit,
            "cannot be converted into " + wanted.text(),
            "give it in " + wanted.text());
      }
      return given.in(wanted).value().doubleValue();
    }
  }

  GoalSeekRequest read(PublishedModel published) {
    Unit own = published.model().requireUnit("parameter", parameter);
    Unit wanted = published.model().requireUnit("output", output);
    return new GoalSeekRequest(
        published,
        RequestAssumptions.read(published, scenario, overrides, rounding),
        parameter,
        output,
        target.in("target", wanted),
        from == null ? null : from.in("from", own),
        to == null ? null : to.in("to", own));
  }
}
