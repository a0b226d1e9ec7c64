package org.suanwang.market.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.rest.RequestAssumptions.OverrideBody;
import org.suanwang.market.rest.RequestAssumptions.RoundingBody;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.sensitivity.SobolRequest;
import org.suanwang.market.sensitivity.Swing;
import org.suanwang.market.uncertainty.UncertaintyRequest;

/**
 * Which inputs the outputs hang on: a tornado with elasticities, and Sobol indices when asked for.
 *
 * @param model an id for its newest version, or {@code id@version}
 * @param scenario left out or {@code base}: the parameters as they stand
 * @param overrides other values with their uncertainty, by the name of a parameter or variable
 * @param rounding for one variable, or for all, whether the exact or the printed value flows on
 * @param outputs names of variables or parameters, at most 64
 * @param swing the quantiles that inputs are moved to; left out: to their ends, and by one standard
 *     deviation where there are none
 * @param sobol left out: no indices
 */
@Schema(name = "SensitivityQuestion")
public record SensitivityQuestion(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 80) String, @NotNull @Valid OverrideBody> overrides,
    @Nullable @Size(max = 500) List<@NotNull @Valid RoundingBody> rounding,
    @NotNull @Size(min = 1, max = UncertaintyRequest.OUTPUTS_MAX)
        List<@NotBlank @Size(max = 80) String> outputs,
    @Nullable @Valid SwingPart swing,
    @Nullable @Valid SobolPart sobol) {

  /** Two probabilities, such as 0.1 and 0.9. */
  @Schema(name = "Swing")
  public record SwingPart(@NotNull Double low, @NotNull Double high) {}

  /**
   * How Sobol indices are estimated.
   *
   * @param worlds base points, a power of two, 65,536 when left out; the model is computed inputs +
   *     2 times at each
   * @param seed 1 when left out
   * @param resamples of the bootstrap behind the confidence intervals, 2,000 when left out
   * @param correlations left out: the model's own; with any there are no indices, and the answer
   *     says so
   */
  @Schema(name = "SobolQuestion")
  public record SobolPart(
      @Nullable Long worlds,
      @Nullable Long seed,
      @Nullable Integer resamples,
      @Nullable @Size(max = 1000) List<@NotNull @Valid CorrelationBody> correlations) {
    SobolRequest read(PublishedModel published, Assumptions assumptions, List<String> outputs) {
      @Nullable List<RankCorrelation> given = CorrelationBody.read(correlations);
      return new SobolRequest(
          published,
          assumptions,
          outputs,
          given,
          worlds == null ? UncertaintyQuestion.WORLDS : worlds,
          seed == null ? UncertaintyQuestion.SEED : seed,
          resamples == null ? SobolRequest.RESAMPLES : resamples);
    }
  }

  Assumptions assumptions(PublishedModel published) {
    return RequestAssumptions.read(published, scenario, overrides, rounding);
  }

  Swing readSwing() {
    return swing == null ? Swing.ENDS : Swing.quantiles(swing.low(), swing.high());
  }
}
