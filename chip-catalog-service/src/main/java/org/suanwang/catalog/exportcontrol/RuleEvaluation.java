package org.suanwang.catalog.exportcontrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks one rule about one item. */
final class RuleEvaluation {
  private final Rule rule;
  private final Optional<Rule> base;
  private final Measurements facts;
  private final Truth isDestinationWithin;

  /**
   * @param base the rule in force whose classification this one starts from, if any
   */
  RuleEvaluation(
      Rule rule, Optional<Rule> base, Measurements facts, LocalDate on, String destination) {
    this.rule = rule;
    this.base = base;
    this.facts = facts;
    this.isDestinationWithin = rule.destinations().includes(destination, on);
  }

  RuleOutcome evaluate() {
    boolean isMemoryAlone = facts.facts().isMemoryAlone();
    if (rule.subject() == Rule.Subject.MEMORY && facts.facts().memoryStack() == null) {
      return RuleOutcome.plain(
          rule,
          Verdict.NOT_APPLICABLE,
          "no memory stack is asked about; memory in one package with the logic goes with it");
    }
    if (rule.subject() == Rule.Subject.PROCESSOR && isMemoryAlone) {
      return RuleOutcome.plain(rule, Verdict.NOT_APPLICABLE, "memory is no processor");
    }
    return switch (rule.kind()) {
      case CONTROL, TARIFF -> computed();
      case LETTER, GUIDANCE -> namely();
      case REVIEW ->
          isDestinationWithin == Truth.NO
              ? RuleOutcome.plain(
                  rule, Verdict.NOT_APPLICABLE, "the policy is for other destinations")
              : computed();
      case INFORMATION ->
          RuleOutcome.plain(rule, Verdict.INFORMATION, String.join(" ", rule.notes()));
    };
  }

  /**
   * A letter or a warning may reach further than the names it gives: who is not named is not told
   * free.
   */
  private RuleOutcome namely() {
    RuleOutcome outcome = computed();
    return outcome.verdict() == Verdict.APPLIES
        ? outcome
        : RuleOutcome.plain(
            rule, Verdict.INFORMATION, "not named. " + String.join(" ", rule.notes()));
  }

  private RuleOutcome computed() {
    List<Condition> conditions = new ArrayList<>(rule.conditions());
    base.ifPresent(b -> conditions.addAll(b.conditions()));
    List<World> worlds = Worlds.of(facts, conditions);
    Judgements judgements =
        new Judgements(worlds.stream().map(w -> Judgement.of(rule, base, w)).toList());
    Grounds grounds = new Grounds(rule, base, facts, worlds);
    List<String> surelyMet = judgements.surelyMet(rule);
    List<String> paragraphs = judgements.paragraphs(rule);
    List<Reading> readings = Readings.of(rule, judgements);
    List<String> needs = needs(judgements);
    return new RuleOutcome(
        rule,
        judgements.verdict(rule),
        paragraphs,
        surelyMet.stream().filter(p -> !p.equals(paragraphs.getFirst())).toList(),
        summary(judgements, readings, needs),
        readings,
        needs,
        grounds.assumptions(),
        grounds.inputs(),
        grounds.arithmetic(),
        licence(judgements.verdict(rule)),
        exceptions(judgements));
  }

  private String summary(Judgements judgements, List<Reading> readings, List<String> needs) {
    if (!judgements.isOpen()) {
      return judgements.outcomes(rule).getFirst();
    }
    String start =
        judgements.verdict(rule) == Verdict.UNKNOWN
            ? "unknown"
            : String.join(" or ", judgements.outcomes(rule));
    return start
        + ": needs "
        + String.join(" and ", needs)
        + "; "
        + String.join("; ", readings.stream().map(Reading::text).toList());
  }

  /** What would decide, in the words of the missing input or of the span that is left. */
  private List<String> needs(Judgements judgements) {
    if (!judgements.isOpen()) {
      return List.of();
    }
    List<Parameter> parameters = judgements.decidingParameters();
    List<Property> properties = judgements.decidingProperties();
    if (parameters.isEmpty() && properties.isEmpty()) {
      parameters = judgements.varyingParameters();
      properties = judgements.varyingProperties();
    }
    List<String> needs = new ArrayList<>();
    parameters.forEach(p -> needs.add(need(p)));
    properties.forEach(p -> needs.add("whether it is " + p.label()));
    return needs;
  }

  private String need(Parameter parameter) {
    return facts
        .find(parameter)
        .map(s -> "one value of " + parameter.label() + ", known as " + s.value().text())
        .orElse(parameter.label() + " (" + parameter.source() + " is not known)");
  }

  private Licence licence(Verdict verdict) {
    boolean asks = rule.kind() == Rule.Kind.CONTROL || rule.kind() == Rule.Kind.LETTER;
    if (!asks) {
      return Licence.NOT_ASKED;
    }
    boolean isFree = verdict == Verdict.NOT_CONTROLLED || verdict == Verdict.DOES_NOT_APPLY;
    if (isFree || isDestinationWithin == Truth.NO) {
      return Licence.NOT_REQUIRED;
    }
    return verdict == Verdict.UNKNOWN || isDestinationWithin == Truth.UNKNOWN
        ? Licence.UNKNOWN
        : Licence.REQUIRED;
  }

  private List<ExceptionOutcome> exceptions(Judgements judgements) {
    List<Judgement> controlled =
        judgements.all().stream().filter(j -> j.verdict() == Verdict.CONTROLLED).toList();
    List<String> names = rule.exceptions().stream().map(Clause::name).distinct().toList();
    return controlled.isEmpty()
        ? List.of()
        : names.stream().map(name -> exception(name, controlled)).toList();
  }

  /** An exception can have several clauses of its name, one of which is enough. */
  private ExceptionOutcome exception(String name, List<Judgement> controlled) {
    List<Clause> clauses = rule.exceptions().stream().filter(e -> e.name().equals(name)).toList();
    List<Boolean> cases =
        controlled.stream()
            .map(j -> clauses.stream().anyMatch(c -> j.world().meets(c, j.paragraph())))
            .toList();
    return new ExceptionOutcome(name, Truth.of(cases), clauses.getFirst().meaning());
  }
}
