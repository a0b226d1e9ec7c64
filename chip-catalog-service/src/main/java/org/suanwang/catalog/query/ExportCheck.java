package org.suanwang.catalog.query;

import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.exportcontrol.Rule;
import org.suanwang.catalog.exportcontrol.RuleOutcome;
import org.suanwang.catalog.exportcontrol.Verdict;
import org.suanwang.catalog.query.Shortfall.Code;

/**
 * Whether the export rules of a day hold an accelerator back: a rule that controls it, or a letter
 * or a warning that names it. What is made in the destination is not exported to it.
 */
final class ExportCheck {
  private final Catalog catalog;
  private final Requirement.ExportRules asked;

  ExportCheck(Catalog catalog, Requirement.ExportRules asked) {
    this.catalog = catalog;
    this.asked = asked;
  }

  Optional<Shortfall> check(Accelerator accelerator) {
    boolean isDomestic =
        catalog
            .findVendor(accelerator.vendorId())
            .map(Vendor::country)
            .filter(asked.destination()::equalsIgnoreCase)
            .isPresent();
    return isDomestic ? Optional.empty() : classify(accelerator);
  }

  private Optional<Shortfall> classify(Accelerator accelerator) {
    List<RuleOutcome> outcomes =
        asked
            .rules()
            .classify(
                ExportFacts.of(catalog.findDossier(accelerator.id()).orElseThrow()),
                asked.on(),
                asked.destination())
            .outcomes();
    return find(outcomes, Verdict.CONTROLLED, Rule.Kind.CONTROL)
        .or(() -> find(outcomes, Verdict.APPLIES, Rule.Kind.LETTER))
        .or(() -> find(outcomes, Verdict.APPLIES, Rule.Kind.GUIDANCE))
        .map(o -> Shortfall.of(Code.EXPORT_CONTROLLED, message(o)))
        .or(
            () ->
                find(outcomes, Verdict.UNKNOWN, Rule.Kind.CONTROL)
                    .map(o -> new Shortfall(Code.EXPORT_CONTROL_UNKNOWN, message(o), o.needs())));
  }

  private static Optional<RuleOutcome> find(
      List<RuleOutcome> outcomes, Verdict verdict, Rule.Kind kind) {
    return outcomes.stream()
        .filter(o -> o.verdict() == verdict && o.rule().kind() == kind)
        .findFirst();
  }

  private static String message(RuleOutcome outcome) {
    return outcome.rule().id() + ": " + outcome.summary();
  }
}
