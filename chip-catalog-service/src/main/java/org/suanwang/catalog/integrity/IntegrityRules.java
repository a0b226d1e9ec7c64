package org.suanwang.catalog.integrity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;

/** All rules. They run on every load and on every write. */
public final class IntegrityRules {
  /** How the message of a warning ends that a verdict has made an INFO. */
  public static final String SILENCED = ". A verdict says that it is right";

  private static final List<SubjectRule> SUBJECT_RULES =
      List.of(
          new ReferencesExist(),
          new CorrectionsPointAtClaims(),
          new UnitMatchesAttribute(),
          new QuantityIsPositive(),
          new MagnitudeIsPossible(),
          new SourceIsCitable(),
          new TierIsNotAboveItsSource(),
          new SparseIsNotBelowDense(),
          new SparseHasDense(),
          new UnstatedLooksSparse(),
          new BandwidthFeedsThroughput(),
          new WiderFormatIsNotFaster(),
          new ClaimIsNotEnteredTwice(),
          new DenseLooksSparse(),
          new SparseIsTwiceDense(),
          new PrintedTextSaysSo(),
          new FormatsStandInRatio(),
          new FormatExistedThen(),
          new PeakIsClockTimesLanes(),
          new BandwidthIsBusTimesRate(),
          new MemoryRateExistedThen(),
          new ProcessingPerformanceRecomputes(),
          new DerivedClaimsRecompute(),
          new SourcesAgree(),
          new UntoldCircuitIsOneOfThem(),
          new FarFromOthers());

  private static final List<IntegrityRule> CATALOG_RULES =
      List.of(
          new ClaimsHaveSubjects(),
          new DerivedInputsExist(),
          new SourceIsFindable(),
          new SourceIsUsed(),
          new SuccessionHasNoCircle(),
          new RowsAreNotDuplicated(),
          new WholeHoldsItsParts(),
          new NeighbourIsNotCopied(),
          new MagnitudeIsPlausible());

  /** Rules whose warnings are enough to refuse a new claim on which no verdict stands. */
  private static final Set<String> REFUSED_UNJUDGED =
      Set.of(
          new PrintedTextSaysSo().name(),
          new DerivedInputsExist().name(),
          new FarFromOthers().name(),
          MagnitudeIsPlausible.FAR_OFF_NAME);

  /** Those of them that say of a number that it is far off all others. */
  private static final Set<String> FAR_OFF =
      Set.of(new FarFromOthers().name(), MagnitudeIsPlausible.FAR_OFF_NAME);

  private IntegrityRules() {}

  /** What all rules find. */
  public static Findings check(Catalog catalog) {
    Map<String, List<Finding>> bySubject =
        catalog.dossiers().parallelStream()
            .map(d -> Map.entry(d.subject().id(), check(catalog, d)))
            .filter(found -> !found.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Findings.of(bySubject, checkWhole(catalog));
  }

  /** What all rules find in a catalogue of which only these subjects have changed. */
  public static Findings recheck(Findings before, Catalog catalog, Collection<String> changed) {
    Map<String, List<Finding>> bySubject = new HashMap<>(before.bySubject());
    for (String id : changed) {
      catalog.findDossier(id).ifPresent(d -> put(bySubject, id, check(catalog, d)));
    }
    return Findings.of(bySubject, checkWhole(catalog));
  }

  private static void put(Map<String, List<Finding>> bySubject, String id, List<Finding> findings) {
    if (findings.isEmpty()) {
      bySubject.remove(id);
    } else {
      bySubject.put(id, findings);
    }
  }

  private static List<Finding> check(Catalog catalog, Dossier dossier) {
    return SUBJECT_RULES.stream()
        .flatMap(r -> r.check(catalog, dossier).stream())
        .map(f -> reviewed(catalog, f))
        .toList();
  }

  private static List<Finding> checkWhole(Catalog catalog) {
    return CATALOG_RULES.stream()
        .flatMap(r -> r.check(catalog).stream())
        .map(f -> reviewed(catalog, f))
        .toList();
  }

  /** A warning about a claim that somebody has checked and found right is only worth knowing. */
  private static Finding reviewed(Catalog catalog, Finding finding) {
    boolean checked =
        finding.severity() == Severity.WARNING
            && catalog
                .findDossier(Catalog.subjectOf(finding.subject()))
                .flatMap(d -> d.findVerdict(finding.subject()))
                .filter(v -> v.status() == CellStatus.OK)
                .isPresent();
    return checked
        ? new Finding(
            Severity.INFO, finding.rule(), finding.subject(), finding.message() + SILENCED)
        : finding;
  }

  /**
   * What all rules find once a further claim is in, if that brings no error with it. It is a
   * package of one, which has no place for a verdict: see {@link #news}.
   *
   * @throws InvalidInputException naming each rule that the claim would break
   */
  public static Findings requireAdmissible(Findings before, Catalog after, Claim<Fact> claim) {
    Findings found = recheck(before, after, List.of(claim.subject()));
    List<Violation> violations =
        news(before, found, after, Set.of(claim.id())).stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(f -> violation(f, claim))
            .toList();
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return found;
  }

  /**
   * What all rules find that they did not find before. A new claim whose number is far from all
   * others, that its own printed text contradicts, or whose inputs are missing, is an ERROR there
   * unless a verdict says what is to be thought of it: what is right all the same comes with a word
   * about it. Errors of the rules come before these.
   *
   * @param claims the ids of the new claims
   */
  public static List<Finding> news(
      Findings before, Findings found, Catalog after, Set<String> claims) {
    Set<Finding> known = Set.copyOf(before.all());
    return found.all().stream()
        .filter(f -> !known.contains(f))
        .map(f -> claims.contains(f.subject()) && isUnjudged(after, f) ? refused(f) : f)
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private static boolean isUnjudged(Catalog catalog, Finding finding) {
    return finding.severity() == Severity.WARNING
        && REFUSED_UNJUDGED.contains(finding.rule())
        && catalog
            .findDossier(Catalog.subjectOf(finding.subject()))
            .flatMap(d -> d.findVerdict(finding.subject()))
            .isEmpty();
  }

  private static Finding refused(Finding finding) {
    return new Finding(
        Severity.ERROR,
        finding.rule(),
        finding.subject(),
        finding.message() + "; mend it, or send it in a package with a verdict that says why");
  }

  /** Whether it says that a number is over 20 times off all others. */
  static boolean isFarOff(Finding finding) {
    return FAR_OFF.contains(finding.rule());
  }

  /** Names the field of the claim that the finding is about, as far as the rule tells. */
  private static Violation violation(Finding finding, Claim<Fact> claim) {
    Quantity quantity = claim.content().quantity();
    return switch (finding.rule()) {
      case "CorrectionsPointAtClaims" ->
          violation("basis.corrects", claim.basis().correctedClaim().orElse(""), finding);
      case "UnitMatchesAttribute" ->
          violation("quantity.unit", quantity.unit().map(Unit::symbol).orElse("none"), finding);
      case "SourceIsCitable", "SourceIsFindable", "TierIsNotAboveItsSource" ->
          violation("source", claim.sourceId(), finding);
      case "MagnitudeIsPossible", "QuantityIsPositive", "FarFromOthers", "MagnitudeIsFarOff" ->
          violation("quantity", text(quantity), finding);
      case "PrintedTextSaysSo" -> violation("printed", String.valueOf(claim.printed()), finding);
      case "DerivedInputsExist" -> violation("basis.inputs", inputs(claim), finding);
      case "SparseHasDense", "SparseIsNotBelowDense" ->
          violation("attribute.sparsity", claim.content().attribute().key(), finding);
      default -> violation("(body)", finding.subject(), finding);
    };
  }

  private static String text(Quantity quantity) {
    return quantity.plainNumbers() + quantity.unit().map(u -> " " + u.symbol()).orElse("");
  }

  private static String inputs(Claim<Fact> claim) {
    return claim.basis() instanceof Basis.Derived derived
        ? String.join(", ", derived.inputs())
        : "";
  }

  private static Violation violation(String field, String value, Finding finding) {
    return new Violation(field, value, finding.rule(), finding.message());
  }
}
