package org.suanwang.market.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Bound;
import org.suanwang.market.scenario.ValueOverride;

/**
 * Reads an evaluation back into the tree of reasons behind a number. A name's inputs are told once
 * a tree, because a shared input of a deep graph would else be told without end; and no deeper than
 * 50 levels.
 */
public final class Explainer {
  /** Deeper chains are told piece by piece; writers of JSON nest no deeper than a thousand. */
  private static final int DEPTH_MAX = 50;

  private static final int NODES_MAX = 10_000;
  private static final long CHARACTERS_MAX = 20_000_000;

  private final Evaluation evaluation;
  private final Model model;
  private final Set<String> told = new HashSet<>();
  private int nodes;
  private long characters;

  private Explainer(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.model = evaluation.published().model();
  }

  /**
   * A tree for each output.
   *
   * @throws InvalidInputException when they would be too long to be read
   */
  public static List<Explanation> explain(Evaluation evaluation) {
    var explainer = new Explainer(evaluation);
    return evaluation.outputs().stream().map(o -> explainer.tree(o.name())).toList();
  }

  private Explanation tree(String output) {
    told.clear();
    return explain(output, 1);
  }

  private Explanation explain(String name, int depth) {
    Figure figure = evaluation.require(name);
    Optional<ValueOverride> override = evaluation.assumptions().find(name);
    if (override.isPresent()) {
      return counted(overridden(figure, override.get()));
    }
    return counted(
        model
            .findVariable(name)
            .map(variable -> computed(figure, variable, depth))
            .orElseGet(() -> given(figure, model.findGiven(name).orElseThrow())));
  }

  private Explanation counted(Explanation explanation) {
    nodes++;
    characters += explanation.length();
    if (nodes > NODES_MAX || characters > CHARACTERS_MAX) {
      throw new InvalidInputException(
          "outputs",
          explanation.name(),
          "the explanations together must have at most "
              + NODES_MAX
              + " numbers and "
              + CHARACTERS_MAX
              + " characters",
          "ask for fewer outputs at once, or for one nearer to the parameters");
    }
    return explanation;
  }

  private static Explanation overridden(Figure figure, ValueOverride override) {
    return leaf(
        figure, "override", null, override.givenBy() + ": " + override.rationale(), List.of());
  }

  private static Explanation given(Figure figure, Model.Given given) {
    Bound bound = given.value().bound();
    var remarks = new ArrayList<String>();
    if (bound != Bound.EXACTLY) {
      remarks.add("the source says " + bound.words());
    }
    if (given.value().catalogue() != null) {
      remarks.add("read as " + given.value().catalogue().text());
    }
    return leaf(
        figure,
        "parameter",
        given.value().citation().text(),
        given.parameter().rationale(),
        remarks);
  }

  private static Explanation leaf(
      Figure figure,
      String kind,
      @Nullable String source,
      @Nullable String rationale,
      List<String> remarks) {
    return new Explanation(
        figure.name(),
        figure.label(),
        kind,
        figure.unit().text(),
        figure.reading().text(),
        figure.printed(),
        figure.flowing().text(),
        null,
        null,
        null,
        null,
        source,
        rationale,
        null,
        remarks,
        List.of(),
        false);
  }

  private Explanation computed(Figure figure, Variable variable, int depth) {
    boolean told = depth < DEPTH_MAX && this.told.add(variable.name());
    List<Explanation> inputs =
        told
            ? variable.expression().references().stream()
                .map(r -> explain(r.key(), depth + 1))
                .toList()
            : List.of();
    return new Explanation(
        figure.name(),
        figure.label(),
        "variable",
        figure.unit().text(),
        figure.reading().text(),
        figure.printed(),
        figure.flowing().text(),
        words(evaluation.assumptions().rounding(variable)),
        Rendering.render(variable.expression()),
        Rendering.render(variable.expression(), this::shown),
        variable.definition(),
        variable.citation().text(),
        variable.rationale(),
        evaluation.bound(variable.name()).orElse(null),
        variable.remarks(),
        inputs,
        !told);
  }

  private String shown(Expression.Reference reference) {
    Figure figure = evaluation.require(reference.key());
    String unit = figure.unit().text();
    return figure.flowing().text() + (unit.equals("1") ? "" : " [" + unit + "]");
  }

  private static String words(RoundingPolicy policy) {
    String mode = policy.mode().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String flow = policy.flow() == RoundingPolicy.Flow.PRINTED ? "printed" : "exact";
    return "printed with "
        + policy.decimals()
        + " decimals, "
        + mode
        + "; the "
        + flow
        + " value flows on";
  }
}
