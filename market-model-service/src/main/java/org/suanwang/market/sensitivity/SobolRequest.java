package org.suanwang.market.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.SamplingMethod;
import org.suanwang.market.uncertainty.UncertaintyRequest;

/**
 * A question about which inputs the variance of outputs comes from.
 *
 * @param outputs parameters or variables; empty for all variables
 * @param correlations of the inputs, in the place of the model's own; null for those. Any is
 *     refused, see {@link SobolIndices}; an empty list takes all inputs for independent
 * @param worlds base points, a power of two; the model is computed inputs + 2 times at each
 * @param resamples of the bootstrap
 */
public record SobolRequest(
    PublishedModel published,
    Assumptions assumptions,
    List<String> outputs,
    @Nullable List<RankCorrelation> correlations,
    long worlds,
    long seed,
    int resamples) {
  public static final int RESAMPLES = 2000;

  /** Two coordinates an input, and many runs. */
  public static final int INPUTS_MAX = 200;

  private static final int INDICES_MAX = 2000;
  private static final int RESAMPLES_MIN = 200;
  private static final int RESAMPLES_MAX = 10_000;

  public SobolRequest {
    outputs = List.copyOf(outputs);
    correlations = correlations == null ? null : List.copyOf(correlations);
  }

  void requireSound() {
    List<Violation> violations = new ArrayList<>();
    UncertaintyRequest.checkWorlds(
        SamplingMethod.QUASI_MONTE_CARLO, worlds, UncertaintyRequest.WORLDS_MAX, violations);
    if (resamples < RESAMPLES_MIN || resamples > RESAMPLES_MAX) {
      String rule = "must be from " + RESAMPLES_MIN + " to " + RESAMPLES_MAX;
      violations.add(new Violation("resamples", String.valueOf(resamples), rule, "change it"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  /** With correlated inputs the indices would not mean what they say. */
  static void requireIndependent(List<RankCorrelation> correlations) {
    if (!correlations.isEmpty()) {
      RankCorrelation one = correlations.getFirst();
      throw new InvalidInputException(
          "correlations",
          correlations.size() + ", such as that of " + one.first() + " and " + one.second(),
          "must be none: with correlated inputs the variance cannot be divided among them",
          "send an empty list to take all inputs for independent, or ask for the tornado, which"
              + " moves one input alone");
    }
  }

  /** Runs of the model, and what is kept of them, stay within what one request may ask for. */
  void requireFewEnough(int inputs, int outputs) {
    if (inputs > INPUTS_MAX || (long) inputs * outputs > INDICES_MAX) {
      throw new InvalidInputException(
          "outputs",
          outputs + " with " + inputs + " uncertain inputs",
          "must be with at most "
              + INPUTS_MAX
              + " uncertain inputs, and times their number at most "
              + INDICES_MAX,
          "ask for fewer outputs");
    }
  }
}
