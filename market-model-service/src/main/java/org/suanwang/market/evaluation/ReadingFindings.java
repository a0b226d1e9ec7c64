package org.suanwang.market.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Finding;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/**
 * Numbers that a source leaves open because it contradicts itself: what they are in one reading and
 * in the other, each of which is a scenario.
 */
final class ReadingFindings {
  private ReadingFindings() {}

  /** One for each variable that a scenario says to be another reading of. */
  static List<Finding> find(PublishedModel published, Effort effort) {
    var found = new ArrayList<Finding>();
    for (Scenario scenario : published.scenarios()) {
      if (!scenario.readingOf().isEmpty()) {
        found.addAll(find(published, scenario, effort));
      }
    }
    return found;
  }

  private static List<Finding> find(PublishedModel published, Scenario scenario, Effort effort) {
    String other = Objects.requireNonNullElse(scenario.parent(), PublishedModel.BASE);
    try {
      Evaluation here = evaluate(published, scenario.name(), scenario.readingOf(), effort);
      Evaluation there = evaluate(published, other, scenario.readingOf(), effort);
      return scenario.readingOf().stream()
          .map(name -> published.model().findVariable(name).orElseThrow())
          .map(variable -> finding(published, variable, scenario, other, here, there))
          .toList();
    } catch (InvalidInputException e) {
      return List.of(
          Finding.warning(
              "no-result",
              scenario.name(),
              scenario.origin(),
              "one of its readings has no result: " + e.getMessage(),
              "change the scenario so that each has one"));
    }
  }

  private static Evaluation evaluate(
      PublishedModel published, String scenario, List<String> outputs, Effort effort) {
    return Evaluation.evaluate(published, published.resolve(scenario), Mode.EXACT, outputs, effort);
  }

  private static Finding finding(
      PublishedModel published,
      Variable variable,
      Scenario scenario,
      String other,
      Evaluation here,
      Evaluation there) {
    String name = variable.name();
    String unit = variable.unit().text().equals("1") ? "" : " " + variable.unit().text();
    return Finding.warning(
        "two-readings",
        name,
        variable.origin(),
        "counts as "
            + shown(there.require(name))
            + unit
            + " in scenario "
            + other
            + ", and as "
            + shown(here.require(name))
            + unit
            + " in scenario "
            + scenario.name()
            + ": "
            + scenario.description(),
        "evaluate both, or compare them: GET /v1/models/"
            + published.version().id()
            + "/scenarios/diff?from="
            + other
            + "&to="
            + scenario.name());
  }

  /** What formulas further on take, and where that is not what is printed, both. */
  private static String shown(Figure figure) {
    String flowing = figure.flowing().text();
    return flowing.equals(figure.printed())
        ? flowing
        : flowing + " (printed " + figure.printed() + ")";
  }
}
