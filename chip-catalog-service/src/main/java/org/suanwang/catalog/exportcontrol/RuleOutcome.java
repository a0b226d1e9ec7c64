package org.suanwang.catalog.exportcontrol;

import java.util.List;

/**
 * What one rule says of an item, on what grounds.
 *
 * @param paragraphs what it is controlled under or what applies; several when only one of them is
 *     sure; none when none is possible
 * @param alsoMet further paragraphs that are surely met
 * @param summary the outcome in one sentence
 * @param readings when the outcome is open: what each possible value would mean
 * @param needs when the outcome is open: what would decide it
 * @param exceptions licence exceptions, when the item is or can be controlled
 */
public record RuleOutcome(
    Rule rule,
    Verdict verdict,
    List<String> paragraphs,
    List<String> alsoMet,
    String summary,
    List<Reading> readings,
    List<String> needs,
    List<String> assumptions,
    List<Input> inputs,
    List<String> arithmetic,
    Licence licence,
    List<ExceptionOutcome> exceptions) {
  public RuleOutcome {
    paragraphs = List.copyOf(paragraphs);
    alsoMet = List.copyOf(alsoMet);
    readings = List.copyOf(readings);
    needs = List.copyOf(needs);
    assumptions = List.copyOf(assumptions);
    inputs = List.copyOf(inputs);
    arithmetic = List.copyOf(arithmetic);
    exceptions = List.copyOf(exceptions);
  }

  /** An outcome that nothing was computed for. */
  static RuleOutcome plain(Rule rule, Verdict verdict, String summary) {
    return new RuleOutcome(
        rule,
        verdict,
        List.of(),
        List.of(),
        summary,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Licence.NOT_ASKED,
        List.of());
  }
}
