package org.suanwang.market.uncertainty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/**
 * A question about outputs under uncertainty. The same question has the same answer, bit by bit.
 *
 * @param assumptions the scenario and the request's own overrides, with their uncertainty
 * @param outputs parameters or variables; empty for all variables
 * @param correlations of the inputs, in the place of the model's own; null for those
 * @param repairCorrelations whether correlations that cannot all be at once are replaced by the
 *     nearest that can
 * @param worlds how many are drawn
 * @param quantiles the probabilities, from 0 to 1, whose quantiles are told
 */
public record UncertaintyRequest(
    PublishedModel published,
    Assumptions assumptions,
    List<String> outputs,
    @Nullable List<RankCorrelation> correlations,
    boolean repairCorrelations,
    SamplingMethod method,
    long worlds,
    long seed,
    List<Double> quantiles) {
  /** Takes some seconds. */
  public static final long WORLDS_MAX = 1L << 28;

  public static final int OUTPUTS_MAX = 64;

  /** So many coordinates have good direction numbers, and so many inputs can be read. */
  public static final int INPUTS_MAX = 1000;

  public static final List<Double> QUANTILES =
      List.of(0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99);

  private static final int QUANTILES_MAX = 1000;
  private static final long QUASI_WORLDS_MIN = 1024;

  public UncertaintyRequest {
    outputs = List.copyOf(outputs);
    correlations = correlations == null ? null : List.copyOf(correlations);
    quantiles = List.copyOf(quantiles);
  }

  /**
   * Everything that is wrong with the numbers of the request itself.
   *
   * @throws InvalidInputException with all of it
   */
  void requireSound() {
    List<Violation> violations = new ArrayList<>();
    checkWorlds(method, worlds, WORLDS_MAX, violations);
    if (outputs.size() > OUTPUTS_MAX) {
      violations.add(
          new Violation(
              "outputs",
              String.valueOf(outputs.size()),
              "must be at most " + OUTPUTS_MAX,
              "ask for the others in another request"));
    }
    if (quantiles.size() > QUANTILES_MAX || quantiles.stream().anyMatch(q -> !(q >= 0 && q <= 1))) {
      violations.add(
          new Violation(
              "quantiles",
              quantiles.size() > 10 ? quantiles.size() + " of them" : quantiles.toString(),
              "must be at most " + QUANTILES_MAX + " probabilities from 0 to 1",
              "write 5 % as 0.05"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  /** Notes what is wrong with a number of worlds. */
  public static void checkWorlds(
      SamplingMethod method, long worlds, long most, List<Violation> violations) {
    boolean quasi = method == SamplingMethod.QUASI_MONTE_CARLO;
    long least = quasi ? QUASI_WORLDS_MIN : 1;
    if (worlds < least || worlds > most) {
      String rule = "must be from " + least + " to " + most;
      violations.add(new Violation("worlds", String.valueOf(worlds), rule, "change it"));
    } else if (quasi && Long.bitCount(worlds) != 1) {
      long below = Long.highestOneBit(worlds);
      violations.add(
          new Violation(
              "worlds",
              String.valueOf(worlds),
              "must be a power of two, because Sobol points are even only in such numbers",
              "use " + below + (2 * below <= most ? " or " + 2 * below : "")));
    }
  }

  /** The points that the method draws from, for inputs in the order of their names. */
  Points points(List<String> keys) {
    return switch (method) {
      case MONTE_CARLO -> new RandomPoints(seed, keys);
      case QUASI_MONTE_CARLO -> new SobolPoints(seed, keys);
    };
  }
}
