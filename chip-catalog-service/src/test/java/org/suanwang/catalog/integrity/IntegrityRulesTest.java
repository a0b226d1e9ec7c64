package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.catalog.Claims.about;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.correcting;
import static org.suanwang.catalog.catalog.Claims.identified;
import static org.suanwang.catalog.catalog.Claims.peak;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** Each rule finds what it is for, and leaves the rest alone. */
class IntegrityRulesTest {
  private static final Throughput FP16 = peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX);
  private static final Throughput SPARSE =
      peak(Precision.FP16, Sparsity.SPARSE_2_4, Circuit.MATRIX);
  private static final Throughput UNSTATED =
      peak(Precision.FP16, Sparsity.UNSTATED, Circuit.UNSTATED);

  /** What the rules other than {@code SourceIsUsed} find: the test's sources are mostly unused. */
  @SafeVarargs
  private static List<Finding> found(Claim<Fact>... claims) {
    return IntegrityRules.check(catalog(claims)).all().stream()
        .filter(f -> !f.rule().equals("SourceIsUsed"))
        .toList();
  }

  private static void assertFound(List<Finding> found, String rule, Severity severity) {
    assertThat(found).extracting(Finding::rule).containsExactly(rule);
    assertThat(found.getFirst().severity()).isEqualTo(severity);
  }

  @Test
  void soundCatalogue_hasNoFindings() {
    assertThat(
            found(
                claim("chip.a", FP16, "312", Tier.PRESS),
                claim("chip.b", SPARSE, "624", Tier.PRESS),
                claim("chip.c", Plain.MEMORY_BANDWIDTH, "2039", Tier.PRESS)))
        .isEmpty();
  }

  @Test
  void unknownSubject_isFound() {
    assertFound(
        found(about(claim("chip.a", Plain.POWER, "300", Tier.PRESS), "nothing")),
        "ClaimsHaveSubjects",
        Severity.ERROR);
  }

  @Test
  void claimThatCouldNotBeFoundByItsId_isFound() {
    Claim<Fact> stray = about(claim("chip.a", Plain.POWER, "300", Tier.PRESS), "other");
    assertFound(found(identified(stray, "chip.a")), "ClaimsHaveSubjects", Severity.ERROR);
    assertFound(found(identified(stray, "a")), "ClaimsHaveSubjects", Severity.ERROR);
    assertFound(found(identified(stray, "others.a")), "ClaimsHaveSubjects", Severity.ERROR);
  }

  @Test
  void correctionOfNothing_isFound() {
    assertFound(
        found(correcting(claim("chip.a", Plain.POWER, "300", Tier.PRESS), "chip.nothing")),
        "CorrectionsPointAtClaims",
        Severity.ERROR);
  }

  @Test
  void correctionOfAnotherAccelerator_isFound() {
    assertFound(
        found(
            about(claim("chip.a", Plain.POWER, "300", Tier.PRESS), "other"),
            correcting(claim("chip.b", Plain.POWER, "300", Tier.PRESS), "other.a")),
        "CorrectionsPointAtClaims",
        Severity.ERROR);
  }

  @Test
  void circleOfCorrections_isFoundAndEnds() {
    assertThat(
            found(
                correcting(claim("chip.a", Plain.POWER, "300", Tier.PRESS), "chip.b"),
                correcting(claim("chip.b", Plain.POWER, "310", Tier.PRESS), "chip.a")))
        .extracting(Finding::rule)
        .containsOnly("CorrectionsPointAtClaims");
  }

  @Test
  void wrongUnit_isAnErrorUntilItIsCorrected() {
    var tops =
        claim("chip.a", FP16, new Quantity.Value(BigDecimal.TEN, Unit.TOP_PER_SECOND), Tier.PRESS);
    assertFound(found(tops), "UnitMatchesAttribute", Severity.ERROR);
    assertFound(
        found(tops, correcting(claim("chip.b", FP16, "10", Tier.PRESS), "chip.a")),
        "UnitMatchesAttribute",
        Severity.INFO);
  }

  @Test
  void zero_isFound() {
    assertFound(
        found(claim("chip.a", Plain.POWER, "0", Tier.PRESS)), "QuantityIsPositive", Severity.ERROR);
  }

  @Test
  void machineWrittenText_isFound() {
    assertFound(
        found(claim("chip.a", Plain.POWER, "300", Tier.MACHINE_WRITTEN)),
        "SourceIsCitable",
        Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "A list, unnamed list,",
    "A list, unknown,",
    "A list, -, https://www.example.org/",
    "Untitled, Somebody,",
    "MLU370-X8, trade press, https://www.example.org"
  })
  void sourceThatNobodyCouldFind_isFound(String title, String publisher, String url) {
    assertFound(
        found(Claims.source("s", title, publisher, Tier.PRESS, url)),
        "SourceIsFindable",
        Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "MLU370-X8, Cambricon,",
    "无标题, 东吴证券,",
    "A list, unknown, https://www.example.org/list.html"
  })
  void sourceThatCouldBeFound_isNotFound(String title, String publisher, String url) {
    assertThat(found(Claims.source("s", title, publisher, Tier.PRESS, url))).isEmpty();
  }

  private static List<Finding> found(Source source) {
    Catalog none = catalog();
    Catalog catalog =
        Catalog.of(
            new CatalogContent(List.of(source), none.content().subjects(), List.of(), List.of()));
    return IntegrityRules.check(catalog).all().stream()
        .filter(f -> !f.rule().equals("SourceIsUsed"))
        .toList();
  }

  @Test
  void absurdEndOfARange_isFound() {
    var high = new BigDecimal("1000000000000000");
    var range = new Quantity.Range(BigDecimal.ONE, high, Unit.WATT);
    assertFound(
        found(claim("chip.a", Plain.POWER, range, Tier.PRESS)),
        "QuantityIsPositive",
        Severity.ERROR);
  }

  @Test
  void denseAboveSparse_isFound() {
    List<Finding> found =
        found(claim("chip.a", FP16, "624", Tier.PRESS), claim("chip.b", SPARSE, "312", Tier.PRESS));
    assertThat(found)
        .extracting(Finding::rule)
        .containsExactly("SparseIsNotBelowDense", "SparseIsTwiceDense");
    assertThat(found.getFirst().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void unstatedPeakThatEqualsTheSparseOne_isFoundUntilItIsCorrected() {
    var printed = claim("chip.a", UNSTATED, "1979", Tier.BROKER_RESEARCH);
    var sparse = claim("chip.b", SPARSE, "1979", Tier.VENDOR_DATASHEET);
    assertFound(found(printed, sparse), "UnstatedLooksSparse", Severity.WARNING);
    assertThat(
            found(
                printed, sparse, correcting(claim("chip.c", FP16, "989.4", Tier.PRESS), "chip.a")))
        .isEmpty();
  }

  @Test
  void linkBandwidthInThePlaceOfMemoryBandwidth_isFound() {
    assertFound(
        found(
            claim("chip.a", FP16, "362.1", Tier.PRESS),
            claim("chip.b", Plain.MEMORY_BANDWIDTH, "100", Tier.PRESS)),
        "BandwidthFeedsThroughput",
        Severity.WARNING);
  }

  @Test
  void swappedColumns_areFound() {
    assertFound(
        found(
            claim("chip.a", peak(Precision.FP32, Sparsity.DENSE, Circuit.MATRIX), "96", Tier.PRESS),
            claim("chip.b", FP16, "24", Tier.PRESS)),
        "WiderFormatIsNotFaster",
        Severity.WARNING);
  }

  @Test
  void sameStatementFromTheSamePlace_isFound() {
    var first = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    var again =
        new Claim<>(
            "chip.b",
            first.subject(),
            first.content(),
            null,
            null,
            first.sourceId(),
            first.locator(),
            first.asOf(),
            first.tier(),
            first.basis(),
            first.recorded());
    assertFound(found(first, again), "ClaimIsNotEnteredTwice", Severity.ERROR);
  }

  @Test
  void tierAboveItsSource_isFound() {
    var press = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    var boasting =
        new Claim<>(
            "chip.a",
            "chip",
            press.content(),
            null,
            null,
            press.sourceId(),
            press.locator(),
            press.asOf(),
            Tier.VENDOR_DATASHEET,
            press.basis(),
            press.recorded());
    assertFound(found(boasting), "TierIsNotAboveItsSource", Severity.ERROR);
  }

  @Test
  void disagreement_isToldAndAFactorOfThreeWarnedOf() {
    var one = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    assertFound(
        found(one, claim("chip.b", Plain.POWER, "400", Tier.THIRD_PARTY)),
        "SourcesAgree",
        Severity.INFO);
    assertFound(
        found(one, claim("chip.b", Plain.POWER, "3000", Tier.THIRD_PARTY)),
        "SourcesAgree",
        Severity.WARNING);
  }

  @Test
  void capacities_areNotNearlyRight() {
    assertFound(
        found(
            claim("chip.a", Plain.MEMORY_CAPACITY, "256", Tier.VENDOR_DATASHEET),
            claim("chip.b", Plain.MEMORY_CAPACITY, "288", Tier.PRESS)),
        "SourcesAgree",
        Severity.WARNING);
  }

  @Test
  void unusedSource_isFound() {
    assertThat(IntegrityRules.check(catalog()).all())
        .extracting(Finding::rule)
        .containsOnly("SourceIsUsed");
  }

  @Test
  void claimThatBringsAnError_isRefusedWithTheRule() {
    var claim = correcting(claim("chip.a", Plain.POWER, "300", Tier.PRESS), "chip.nothing");
    Findings before = IntegrityRules.check(catalog());
    assertThatThrownBy(() -> IntegrityRules.requireAdmissible(before, catalog(claim), claim))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("CorrectionsPointAtClaims");
  }
}
