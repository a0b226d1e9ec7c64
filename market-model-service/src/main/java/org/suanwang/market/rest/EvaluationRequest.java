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
import org.suanwang.market.rest.RequestAssumptions.OverrideBody;
import org.suanwang.market.rest.RequestAssumptions.RoundingBody;
import org.suanwang.market.scenario.PublishedModel;

/**
 * Which numbers of a model, and under which assumptions.
 *
 * @param model an id for its newest version, or {@code id@version}
 * @param scenario left out or {@code base}: the parameters as they stand
 * @param overrides other values, by the name of a parameter or variable
 * @param rounding for one variable, or for all, whether the exact or the printed value flows on
 * @param outputs names of variables or parameters; left out: all variables
 * @param mode exact (the default), double or interval
 */
public record EvaluationRequest(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @Nullable @Size(max = 500)
        Map<@NotNull @Size(max = 80) String, @NotNull @Valid OverrideBody> overrides,
    @Nullable @Size(max = 500) List<@NotNull @Valid RoundingBody> rounding,
    @Nullable @Size(max = 2000) List<@NotBlank @Size(max = 80) String> outputs,
    @Nullable @Size(max = 20) String mode) {

  Evaluation evaluate(PublishedModel published) {
    List<String> names = outputs == null ? List.of() : outputs;
    var assumptions = RequestAssumptions.read(published, scenario, overrides, rounding);
    return Evaluation.evaluate(published, assumptions, readMode(), names);
  }

  Mode readMode() {
    return Inputs.choice("mode", mode, Mode.class, Mode.EXACT);
  }
}
