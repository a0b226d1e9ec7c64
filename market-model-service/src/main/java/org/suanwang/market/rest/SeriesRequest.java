package org.suanwang.market.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.model.Family;
import org.suanwang.market.rest.RequestAssumptions.OverrideBody;
import org.suanwang.market.rest.RequestAssumptions.RoundingBody;
import org.suanwang.market.scenario.PublishedModel;

/**
 * Which quantities of a model by year, and under which assumptions.
 *
 * @param model an id for its newest version, or {@code id@version}
 * @param scenario left out or {@code base}: the parameters as they stand
 * @param overrides other values, by the name of a parameter or variable
 * @param rounding for one variable, or for all, whether the exact or the printed value flows on
 * @param families what the names have in common before their year, such as {@code iaas} of {@code
 *     iaas_2022} and {@code iaas_2025}; left out: all of at least two years
 * @param fromYear the first year that is wanted
 * @param toYear the last year that is wanted
 * @param mode exact (the default), double or interval
 */
public record SeriesRequest(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 80) String, @NotNull @Valid OverrideBody> overrides,
    @Nullable @Size(max = 500) List<@NotNull @Valid RoundingBody> rounding,
    @Nullable @Size(min = 1, max = 500) List<@NotBlank @Size(max = 80) String> families,
    @Nullable Integer fromYear,
    @Nullable Integer toYear,
    @Nullable @Size(max = 20) String mode) {

  List<Family> readFamilies(PublishedModel published) {
    return YearRange.families(published.model(), families, fromYear, toYear);
  }

  Evaluation evaluate(PublishedModel published, List<Family> wanted) {
    var assumptions = RequestAssumptions.read(published, scenario, overrides, rounding);
    return Evaluation.evaluate(published, assumptions, readMode(), YearRange.keys(wanted));
  }

  Mode readMode() {
    return Inputs.choice("mode", mode, Mode.class, Mode.EXACT);
  }
}
