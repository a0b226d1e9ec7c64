package org.suanwang.market.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.model.Model;
import org.suanwang.market.model.Suggestion;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/** A model's numbers under given assumptions in one mode: outputs, and all that led to them. */
public final class Evaluation {
  private final PublishedModel published;
  private final Assumptions assumptions;
  private final Mode mode;
  private final List<String> outputs;
  private final Map<String, Figure> figures;
  private final Effort effort;

  /** Computed when it is first asked for; most evaluations are not asked. */
  private @Nullable Map<String, BoundEffect> bounds;

  private Evaluation(
      PublishedModel published,
      Assumptions assumptions,
      Mode mode,
      List<String> outputs,
      Map<String, Figure> figures,
      Effort effort) {
    this.published = published;
    this.assumptions = assumptions;
    this.mode = mode;
    this.outputs = List.copyOf(outputs);
    this.figures = Collections.unmodifiableMap(figures);
    this.effort = effort;
  }

  /**
   * Evaluates what the outputs need, and no more.
   *
   * @param outputs parameters or variables; empty for all variables
   * @throws InvalidInputException for an unknown output, or a formula without a result
   */
  public static Evaluation evaluate(
      PublishedModel published, Assumptions assumptions, Mode mode, List<String> outputs) {
    return evaluate(published, assumptions, mode, outputs, new Effort());
  }

  /** The same, as one of several evaluations that share what they may spend. */
  public static Evaluation evaluate(
      PublishedModel published,
      Assumptions assumptions,
      Mode mode,
      List<String> outputs,
      Effort effort) {
    Model model = published.model();
    List<String> wanted =
        outputs.isEmpty() ? model.variables().stream().map(v -> v.name()).toList() : outputs;
    requireKnown(model, wanted);
    Arithmetic<?> arithmetic =
        switch (mode) {
          case EXACT -> new ExactArithmetic(effort);
          case DOUBLE -> new DoubleArithmetic();
          case INTERVAL -> new IntervalArithmetic(effort);
        };
    Map<String, Figure> figures = new Calculation<>(model, assumptions, arithmetic).run(wanted);
    return new Evaluation(published, assumptions, mode, wanted, figures, effort);
  }

  private static void requireKnown(Model model, List<String> wanted) {
    for (String name : wanted) {
      if (model.findUnit(name).isEmpty()) {
        throw new InvalidInputException(
            "outputs",
            name,
            "names no parameter or variable of " + model.id(),
            Suggestion.remedy(
                name, model.keys(), "GET /v1/models/" + model.id() + " lists the names"));
      }
    }
  }

  public PublishedModel published() {
    return published;
  }

  public Assumptions assumptions() {
    return assumptions;
  }

  public Mode mode() {
    return mode;
  }

  /** The figures asked for, in the order asked. */
  public List<Figure> outputs() {
    return outputs.stream().map(this::require).toList();
  }

  /** A figure that was asked for or that one asked for needs. */
  public Figure require(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(name + " was not evaluated"));
  }

  /** A figure, if it was asked for or one asked for needs it. */
  public Optional<Figure> find(String name) {
    return Optional.ofNullable(figures.get(name));
  }

  /**
   * On which side of a figure as stated the true number lies, when it rests on values of which "at
   * least" or "at most" is said; empty when it does not.
   */
  public Optional<BoundEffect> bound(String name) {
    if (bounds == null) {
      bounds = BoundEffects.find(published.model(), assumptions, outputs, effort);
    }
    return Optional.ofNullable(bounds.get(name));
  }
}
