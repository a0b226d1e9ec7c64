package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/** All rules. They run on every load and on every write. */
public final class IntegrityRules {
  private static final List<IntegrityRule> RULES =
      List.of(
          new ReferencesExist(),
          new CorrectionsPointAtClaims(),
          new UnitMatchesAttribute(),
          new QuantityIsPositive(),
          new SourceIsCitable(),
          new TierIsNotAboveItsSource(),
          new SparseIsNotBelowDense(),
          new UnstatedLooksSparse(),
          new BandwidthFeedsThroughput(),
          new WiderFormatIsNotFaster(),
          new ClaimIsNotEnteredTwice(),
          new SourceIsUsed(),
          new SourcesAgree());

  private IntegrityRules() {}

  /** What all rules find, errors first. */
  public static List<Finding> check(Catalog catalog) {
    return RULES.stream()
        .flatMap(rule -> rule.check(catalog).stream())
        .sorted(Finding.ORDER)
        .toList();
  }

  /**
   * The catalogue with a further claim, if that brings no error with it.
   *
   * @throws InvalidInputException naming each rule that the claim would break
   */
  public static Catalog requireAdmissible(
      Catalog before, Claim<Fact> claim, Optional<Source> newSource) {
    Catalog after = before.with(claim, newSource);
    List<Finding> known = check(before);
    List<Violation> violations =
        check(after).stream()
            .filter(f -> f.severity() == Severity.ERROR && !known.contains(f))
            .map(f -> violation(f, claim))
            .toList();
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return after;
  }

  /** Names the field of the claim that the finding is about, as far as the rule tells. */
  private static Violation violation(Finding finding, Claim<Fact> claim) {
    Quantity quantity = claim.content().quantity();
    return switch (finding.rule()) {
      case "CorrectionsPointAtClaims" ->
          violation("basis.corrects", claim.basis().correctedClaim().orElse(""), finding);
      case "UnitMatchesAttribute" ->
          violation("quantity.unit", quantity.unit().map(Unit::symbol).orElse("none"), finding);
      case "SourceIsCitable", "TierIsNotAboveItsSource" ->
          violation("source", claim.sourceId(), finding);
      default -> violation("(body)", finding.subject(), finding);
    };
  }

  private static Violation violation(String field, String value, Finding finding) {
    return new Violation(field, value, finding.rule(), finding.message());
  }
}
