package org.suanwang.market.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.RankCorrelation;
import org.suanwang.market.uncertainty.SamplingMethod;
import org.suanwang.market.uncertainty.UncertaintyRequest;

/**
 * A question about which inputs the variance of outputs comes from.
 *
 * @param outputs parameters or variables; empty for all variables
 * @param correlations of the inputs; any is refused, see {@link SobolIndices}
 * @param worlds base points, a power of two; the model is computed inputs + 2 times at each
 * @param resamples of the bootstrap
 */
public record SobolRequest(
    PublishedModel published,
    Assumptions assumptions,
    List<String> outputs,
    List<RankCorrelation> correlations,
    long worlds,
    long seed,
    int resamples) {
  public static final int RESAMPLES = 2000;

  /** Two coordinates an input, and many runs. */
  public static final int INPUTS_MAX = 200;

  private static final int RESAMPLES_MIN = 200;
  private static final int RESAMPLES_MAX = 100_000;

  public SobolRequest {
    outputs = List.copyOf(outputs);
    correlations = List.copyOf(correlations);
  }

  void requireSound() {
    List<Violation> violations = new ArrayList<>();
    UncertaintyRequest.checkWorlds(
        SamplingMethod.QUASI_MONTE_CARLO, worlds, UncertaintyRequest.WORLDS_MAX, violations);
    if (resamples < RESAMPLES_MIN || resamples > RESAMPLES_MAX) {
      String rule = "must be from " + RESAMPLES_MIN + " to " + RESAMPLES_MAX;
      violations.add(new Violation("resamples", String.valueOf(resamples), rule, "change it"));
    }
    if (!correlations.isEmpty()) {
      violations.add(
          new Violation(
              "correlations",
              correlations.size() + " of them",
              "must be empty: with correlated inputs the variance cannot be divided among them,"
                  + " and the indices would not mean what they say",
              "leave the correlations out, or ask for the tornado, which moves one input alone"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  /** The number of runs of the model stays within what one request may ask for. */
  void requireFewEnough(int inputs) {
    long runs = worlds * (inputs + 2L);
    if (inputs > INPUTS_MAX || runs > UncertaintyRequest.WORLDS_MAX) {
      throw new InvalidInputException(
          "worlds",
          worlds + " for " + inputs + " uncertain inputs",
          "must be for at most "
              + INPUTS_MAX
              + " inputs, and times their number and two at most "
              + UncertaintyRequest.WORLDS_MAX,
          "use fewer worlds, or ask for fewer outputs");
    }
  }
}
