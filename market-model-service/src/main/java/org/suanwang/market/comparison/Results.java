package org.suanwang.market.comparison;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.Effort;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/** Every variable of a model exactly, as far as it has a result. */
final class Results {
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, Figure> figures = new HashMap<>();

  private Results() {}

  /**
   * Evaluates all variables; those without a result are left out.
   *
   * @throws InvalidInputException when that takes more than the effort allows
   */
  static Results of(PublishedModel published, Assumptions assumptions, Effort effort) {
    var results = new Results();
    published.model().variables().forEach(v -> results.labels.put(v.name(), v.label()));
    try {
      results.add(Evaluation.evaluate(published, assumptions, Mode.EXACT, List.of(), effort));
    } catch (InvalidInputException e) {
      requireLeft(effort, e);
      results.addOneByOne(published, assumptions, effort);
    }
    return results;
  }

  private void add(Evaluation evaluation) {
    evaluation.outputs().forEach(f -> figures.put(f.name(), f));
  }

  private void addOneByOne(PublishedModel published, Assumptions assumptions, Effort effort) {
    for (String name : labels.keySet()) {
      try {
        add(Evaluation.evaluate(published, assumptions, Mode.EXACT, List.of(name), effort));
      } catch (InvalidInputException e) {
        requireLeft(effort, e);
      }
    }
  }

  private static void requireLeft(Effort effort, InvalidInputException cause) {
    if (effort.isSpent()) {
      throw cause;
    }
  }

  /** Every variable's label by its name, with a result or without. */
  Map<String, String> labels() {
    return labels;
  }

  @Nullable Figure find(String name) {
    return figures.get(name);
  }
}
