package org.suanwang.catalog.exportcontrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classifies items by the rules in force on a day. Documented in docs/export-control.md. */
public final class ExportControl {
  /** The destination that is asked about when none is named. */
  public static final String CHINA = "CN";

  private static final String NO_ADVICE =
      "Computed from claims by published thresholds; no legal advice. End use, end user and sender"
          + " are not looked at.";

  private final RuleBook rules;

  public ExportControl(RuleBook rules) {
    this.rules = rules;
  }

  public Classification classify(ChipFacts facts, LocalDate on) {
    return classify(facts, on, CHINA);
  }

  public Classification classify(ChipFacts facts, LocalDate on, String destination) {
    Measurements measured = new Measurements(facts);
    List<Rule> inForce = rules.inForce(on);
    return new Classification(
        facts.accelerator(),
        on,
        destination,
        measured.tpp().orElse(null),
        measured.performanceDensity().orElse(null),
        inForce.stream()
            .map(r -> new RuleEvaluation(r, base(r, on), measured, on, destination).evaluate())
            .toList(),
        notes(inForce, on));
  }

  private Optional<Rule> base(Rule rule, LocalDate on) {
    return Optional.ofNullable(rule.buildsOn()).flatMap(family -> rules.inForce(family, on));
  }

  private static List<String> notes(List<Rule> inForce, LocalDate on) {
    List<String> notes = new ArrayList<>();
    notes.add(NO_ADVICE);
    if (inForce.isEmpty()) {
      notes.add("No rule that is known here was in force on " + on + ".");
    }
    for (Rule rule : inForce) {
      LocalDate compliance = rule.compliance();
      if (compliance != null && on.isBefore(compliance)) {
        notes.add(rule.id() + " is in force, but must be kept from " + compliance + " on.");
      }
    }
    return notes;
  }
}
