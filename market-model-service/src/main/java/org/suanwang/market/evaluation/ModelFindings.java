package org.suanwang.market.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Finding;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/**
 * What a reader of a published model must be told: results that hang on a rounding or on how a
 * source is read, numbers that a source prints differently, shares that are no part of a whole,
 * assumptions, and the authors' remarks. Errors are not among them; a model with errors is not
 * published.
 */
public final class ModelFindings {
  private static final String EXPLAIN = "POST /v1/explanations shows the way to it";

  /** Each costs an evaluation of the whole model. */
  private static final int EVALUATIONS_MAX = 100;

  private static final Origin WHOLE = new Origin("(model)", 1);

  private final PublishedModel published;
  private final Evaluation declared;
  private final Effort effort;

  private ModelFindings(PublishedModel published, Evaluation declared, Effort effort) {
    this.published = published;
    this.declared = declared;
    this.effort = effort;
  }

  public static List<Finding> find(PublishedModel published) {
    var found = new ArrayList<Finding>();
    var effort = new Effort();
    try {
      var none = Assumptions.none();
      var declared = Evaluation.evaluate(published, none, Mode.EXACT, List.of(), effort);
      var findings = new ModelFindings(published, declared, effort);
      found.addAll(findings.roundings());
      found.addAll(findings.reported());
    } catch (InvalidInputException e) {
      e.violations().forEach(violation -> found.add(noResult(published, violation)));
    }
    found.addAll(shares(published, effort));
    found.addAll(ReadingFindings.find(published, effort));
    if (effort.isSpent()) {
      found.add(unfinished(published));
    }
    found.addAll(assumed(published));
    found.addAll(remarks(published));
    return found;
  }

  private static Finding unfinished(PublishedModel published) {
    return Finding.warning(
        "unfinished",
        published.version().id(),
        WHOLE,
        "roundings or scenarios were left unlooked at: the model takes too much exact arithmetic",
        "split the model, or evaluate its scenarios one by one");
  }

  private static Finding noResult(PublishedModel published, Violation violation) {
    Model model = published.model();
    Origin origin =
        model
            .findVariable(violation.field())
            .map(Variable::origin)
            .or(() -> model.findGiven(violation.field()).map(given -> given.parameter().origin()))
            .orElse(WHOLE);
    return Finding.warning(
        "no-result",
        violation.field(),
        origin,
        violation.value() + " " + violation.rule(),
        "change the parameters as they stand, or use a scenario in which it has one");
  }

  /** Shares that formulas carry out of their range, as the parameters stand or in a scenario. */
  private static List<Finding> shares(PublishedModel published, Effort effort) {
    Stream<String> scenarios = published.scenarios().stream().map(Scenario::name);
    return Stream.concat(Stream.of(PublishedModel.BASE), scenarios.limit(EVALUATIONS_MAX))
        .flatMap(name -> shares(published, name, effort).stream())
        .toList();
  }

  private static List<Finding> shares(PublishedModel published, String scenario, Effort effort) {
    return evaluate(published, published.resolve(scenario), effort)
        .map(e -> ShareFindings.find(e, "in scenario " + scenario + " "))
        .orElse(List.of());
  }

  /** Lets each rounded value flow on unrounded, alone, and looks what else is then printed. */
  private List<Finding> roundings() {
    List<Variable> rounded =
        published.model().variables().stream()
            .filter(v -> v.rounding().flow() == Flow.PRINTED)
            .limit(EVALUATIONS_MAX)
            .toList();
    var found = new ArrayList<Finding>();
    for (Variable variable : rounded) {
      var choice = new FlowChoice(variable.name(), Flow.EXACT, "what if", "finding");
      evaluate(published, Assumptions.none().with(List.of(), List.of(choice)), effort)
          .ifPresent(other -> found.addAll(changed(variable, other)));
    }
    return found;
  }

  private List<Finding> changed(Variable rounded, Evaluation other) {
    var found = new ArrayList<Finding>();
    Figure source = declared.require(rounded.name());
    for (Variable reader : published.model().variables()) {
      String asDeclared = declared.require(reader.name()).printed();
      String unrounded = other.require(reader.name()).printed();
      if (!reader.equals(rounded) && !asDeclared.equals(unrounded)) {
        found.add(roundingDecides(source, reader, asDeclared, unrounded));
      }
    }
    return found;
  }

  private static Finding roundingDecides(
      Figure source, Variable reader, String asDeclared, String unrounded) {
    return Finding.warning(
        "rounding-decides",
        reader.name(),
        reader.origin(),
        "is printed "
            + asDeclared
            + " when "
            + source.name()
            + " flows on as printed ("
            + source.printed()
            + "), and "
            + unrounded
            + " when it flows on exactly ("
            + source.reading().text()
            + ")",
        "cite both, or ask for the reading you mean with \"rounding\" in the request");
  }

  private static Optional<Evaluation> evaluate(
      PublishedModel published, Assumptions under, Effort effort) {
    try {
      return Optional.of(Evaluation.evaluate(published, under, Mode.EXACT, List.of(), effort));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private List<Finding> reported() {
    var found = new ArrayList<Finding>();
    for (Variable variable : published.model().variables()) {
      Variable.Reported reported = variable.reported();
      Figure figure = declared.require(variable.name());
      if (reported != null && differs(reported, figure)) {
        found.add(printedDiffers(variable, reported, figure));
      }
    }
    return found;
  }

  private static Finding printedDiffers(
      Variable variable, Variable.Reported reported, Figure figure) {
    return Finding.warning(
        "printed-value-differs",
        variable.name(),
        variable.origin(),
        "the source prints "
            + reported.text()
            + " ("
            + reported.locator()
            + "); its own formula gives "
            + figure.reading().text()
            + ", printed "
            + figure.printed(),
        EXPLAIN);
  }

  private static boolean differs(Variable.Reported reported, Figure figure) {
    BigFraction computed = Numeral.parse(figure.printed());
    return Numeral.parse(reported.text()).compareTo(computed) != 0;
  }

  private static List<Finding> assumed(PublishedModel published) {
    return published.model().parameters().stream()
        .filter(Parameter::assumption)
        .map(
            p ->
                Finding.note(
                    "assumption",
                    p.name(),
                    p.origin(),
                    "is assumed: " + p.rationale(),
                    "override it, with a rationale, to see what hangs on it"))
        .toList();
  }

  private static List<Finding> remarks(PublishedModel published) {
    return published.model().variables().stream()
        .flatMap(
            v ->
                v.remarks().stream()
                    .map(r -> Finding.note("remark", v.name(), v.origin(), r, EXPLAIN)))
        .toList();
  }
}
