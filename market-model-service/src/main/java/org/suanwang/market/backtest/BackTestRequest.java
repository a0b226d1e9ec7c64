package org.suanwang.market.backtest;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.model.Suggestion;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Realisation;
import org.suanwang.market.uncertainty.SamplingMethod;
import org.suanwang.market.uncertainty.UncertaintyRequest;

/**
 * Which forecasts of a model to test.
 *
 * @param names of its back-tests; none for all
 * @param worlds how many are drawn for each, a power of two
 */
public record BackTestRequest(
    PublishedModel published, List<String> names, long worlds, long seed) {
  /** So many worlds place a quantile better than any forecast is known. */
  public static final long WORLDS = 1L << 16;

  public static final long WORLDS_MAX = 1L << 20;

  public BackTestRequest {
    names = List.copyOf(names);
  }

  /**
   * What became of the forecasts, in the order of the model or of the names.
   *
   * @throws InvalidInputException for unknown names, no back-tests, or a number of worlds that
   *     cannot be drawn
   */
  List<Realisation> requireRealisations() {
    List<Violation> violations = new ArrayList<>();
    UncertaintyRequest.checkWorlds(
        SamplingMethod.QUASI_MONTE_CARLO, worlds, WORLDS_MAX, violations);
    List<Realisation> known = published.realisations();
    if (known.isEmpty()) {
      violations.add(
          new Violation(
              "model",
              published.version().id(),
              "must have back-tests",
              "choose another model, or publish it with \"backTests\""));
    }
    List<Realisation> found = names.isEmpty() ? known : new ArrayList<>();
    for (String name : known.isEmpty() ? List.<String>of() : names) {
      known.stream()
          .filter(r -> r.name().equals(name))
          .findFirst()
          .ifPresentOrElse(found::add, () -> violations.add(unknown(name, known)));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return found;
  }

  private static Violation unknown(String name, List<Realisation> known) {
    List<String> names = known.stream().map(Realisation::name).toList();
    return new Violation(
        "names",
        name,
        "is no back-test of the model",
        Suggestion.remedy(name, names, "use one of " + names));
  }
}
