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
import org.suanwang.market.model.Family;
import org.suanwang.market.rest.RequestAssumptions.OverrideBody;
import org.suanwang.market.rest.RequestAssumptions.RoundingBody;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.UncertaintyRequest;

/**
 * What quantities are year by year over many drawn worlds. A world is drawn once and is the same in
 * all years, so that a quantity that is high in one year is high in the others for the same reason.
 *
 * @param families what the names have in common before their year; all their years together are at
 *     most 64 outputs
 * @param fromYear the first year that is wanted
 * @param toYear the last year that is wanted
 */
@Schema(name = "SeriesUncertaintyQuestion")
public record SeriesUncertaintyQuestion(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 80) String, @NotNull @Valid OverrideBody> overrides,
    @Nullable @Size(max = 500) List<@NotNull @Valid RoundingBody> rounding,
    @NotNull @Size(min = 1, max = UncertaintyRequest.OUTPUTS_MAX)
        List<@NotBlank @Size(max = 80) String> families,
    @Nullable Integer fromYear,
    @Nullable Integer toYear,
    @Nullable @Size(max = 20) String method,
    @Nullable Long worlds,
    @Nullable Long seed,
    @Nullable @Size(max = 100) List<@NotNull Double> quantiles,
    @Nullable @Size(max = 1000) List<@NotNull @Valid CorrelationBody> correlations,
    @Nullable Boolean repairCorrelations) {

  List<Family> readFamilies(PublishedModel published) {
    return YearRange.families(published.model(), families, fromYear, toYear);
  }

  UncertaintyRequest read(PublishedModel published, List<Family> wanted) {
    List<String> outputs = YearRange.keys(wanted);
    if (outputs.size() > UncertaintyRequest.OUTPUTS_MAX) {
      throw new InvalidInputException(
          "families",
          outputs.size() + " parameters and variables",
          "must have at most " + UncertaintyRequest.OUTPUTS_MAX + " years together",
          "ask for fewer families, or for fewer years with fromYear and toYear");
    }
    return new UncertaintyQuestion(
            model,
            scenario,
            overrides,
            rounding,
            outputs,
            method,
            worlds,
            seed,
            quantiles,
            correlations,
            repairCorrelations)
        .read(published);
  }
}
