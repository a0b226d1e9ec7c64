package org.suanwang.market.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.rest.RequestAssumptions.OverrideBody;
import org.suanwang.market.rest.RequestAssumptions.RoundingBody;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.SamplingMethod;
import org.suanwang.market.uncertainty.UncertaintyRequest;

/**
 * What outputs are over many drawn worlds. The same question has the same answer, bit by bit.
 *
 * @param model an id for its newest version, or {@code id@version}
 * @param scenario left out or {@code base}: the parameters as they stand
 * @param overrides other values with their uncertainty, by the name of a parameter or variable
 * @param rounding for one variable, or for all, whether the exact or the printed value flows on
 * @param outputs names of variables or parameters, at most 64
 * @param method quasi-monte-carlo (the default) or monte-carlo
 * @param worlds how many are drawn, 65,536 when left out; a power of two for quasi-monte-carlo
 * @param seed of the draws, 1 when left out
 * @param quantiles the probabilities whose quantiles are told
 * @param correlations in the place of the model's own; an empty list: all inputs are independent
 * @param repairCorrelations whether correlations that cannot all be at once are replaced by the
 *     nearest that can; the answer says which
 */
@Schema(name = "UncertaintyQuestion")
public record UncertaintyQuestion(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 80) String, @NotNull @Valid OverrideBody> overrides,
    @Nullable @Size(max = 500) List<@NotNull @Valid RoundingBody> rounding,
    @NotNull @Size(min = 1, max = UncertaintyRequest.OUTPUTS_MAX)
        List<@NotBlank @Size(max = 80) String> outputs,
    @Nullable @Size(max = 20) String method,
    @Nullable Long worlds,
    @Nullable Long seed,
    @Nullable @Size(max = 1000) List<@NotNull Double> quantiles,
    @Nullable @Size(max = 1000) List<@NotNull @Valid CorrelationBody> correlations,
    @Nullable Boolean repairCorrelations) {
  static final long WORLDS = 1L << 16;
  static final long SEED = 1;

  UncertaintyRequest read(PublishedModel published) {
    return new UncertaintyRequest(
        published,
        RequestAssumptions.read(published, scenario, overrides, rounding),
        outputs,
        CorrelationBody.read(correlations),
        Boolean.TRUE.equals(repairCorrelations),
        readMethod(),
        worlds == null ? WORLDS : worlds,
        seed == null ? SEED : seed,
        quantiles == null ? UncertaintyRequest.QUANTILES : quantiles);
  }

  private SamplingMethod readMethod() {
    String written = method == null ? null : method.replace('-', '_');
    return Inputs.choice("method", written, SamplingMethod.class, SamplingMethod.QUASI_MONTE_CARLO);
  }
}
