package org.suanwang.catalog.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.peak;
import static org.suanwang.catalog.catalog.Claims.verdict;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.exportcontrol.ChipFacts;
import org.suanwang.catalog.exportcontrol.Interval;
import org.suanwang.catalog.exportcontrol.Peak;
import org.suanwang.catalog.exportcontrol.Tpp;
import org.suanwang.catalog.exportcontrol.Truth;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** What a dossier tells the export rules. */
class ExportFactsTest {
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only passed on.
  private static ChipFacts facts(Claim<Fact>... claims) {
    return ExportFacts.of(catalog(claims).findDossier("chip").orElseThrow());
  }

  private static Claim<Fact> text(String id, Plain attribute, String text) {
    return claim(id, attribute, new Quantity.Text(text), Tier.PRESS);
  }

  @Test
  void peakThatNobodyCallsDense_isUnstated() {
    ChipFacts facts =
        facts(
            claim(
                "chip.a",
                peak(Precision.FP16, Sparsity.UNSTATED, Circuit.MATRIX),
                "100",
                Tier.PRESS),
            claim(
                "chip.b", peak(Precision.INT8, Sparsity.DENSE, Circuit.MATRIX), "200", Tier.PRESS));
    assertThat(facts.peaks())
        .extracting(Peak::format, Peak::sparsity)
        .containsExactly(tuple("FP16", Peak.Sparsity.UNSTATED), tuple("INT8", Peak.Sparsity.DENSE));
  }

  @Test
  void tensorCoresWithoutAPeak_leaveTheOtherPeaksAsTheLeast() {
    Claim<Fact> cores =
        claim(
            "chip.cores",
            new Named(Named.Family.CORES, "tensor"),
            new Quantity.Value(new BigDecimal("680"), Unit.ONE),
            Tier.PRESS);
    Claim<Fact> vector =
        claim("chip.a", peak(Precision.FP32, Sparsity.DENSE, Circuit.VECTOR), "105", Tier.PRESS);
    Claim<Fact> matrix =
        claim("chip.b", peak(Precision.FP8, Sparsity.DENSE, Circuit.MATRIX), "838", Tier.PRESS);
    assertThat(facts(cores, vector).peaks().getFirst().throughput().value())
        .isEqualTo(Interval.atLeast(new BigDecimal("105")));
    assertThat(facts(cores, vector, matrix).peaks())
        .allMatch(p -> p.throughput().value().isExact());
    assertThat(facts(vector).peaks()).allMatch(p -> p.throughput().value().isExact());
  }

  @Test
  void suspectPeak_isNoGroundByItself() {
    Claim<Fact> doubted =
        claim("chip.a", peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX), "653.7", Tier.PRESS);
    Claim<Fact> sure =
        claim("chip.b", peak(Precision.FP8, Sparsity.DENSE, Circuit.MATRIX), "838", Tier.PRESS);
    CatalogContent doubt =
        new CatalogContent(
            List.of(),
            List.of(),
            List.of(),
            List.of(verdict("chip.a", CellStatus.SUSPECT, "example-analyst", "2026-01-02")));
    ChipFacts alone =
        ExportFacts.of(catalog(doubted).with(doubt).findDossier("chip").orElseThrow());
    assertThat(Tpp.of(alone.peaks()).orElseThrow().value()).isEqualTo(Interval.ANY);
    ChipFacts both =
        ExportFacts.of(catalog(doubted, sure).with(doubt).findDossier("chip").orElseThrow());
    Tpp tpp = Tpp.of(both.peaks()).orElseThrow();
    assertThat(tpp.value()).isEqualTo(Interval.between("6704", "10459.2"));
    assertThat(tpp.assumptions())
        .contains("the FP16 peak can be 0 to 653.7: a verdict finds its claim suspect");
  }

  @Test
  void memoryOnTheChip_isNoDram() {
    Claim<Fact> rate = claim("chip.a", Plain.MEMORY_BANDWIDTH, "80000", Tier.PRESS);
    assertThat(requireNonNull(facts(rate).dramGigabytesPerSecond()).value())
        .isEqualTo(Interval.of("80000"));
    assertThat(
            requireNonNull(
                    facts(rate, text("chip.b", Plain.MEMORY_TYPE, "SRAM")).dramGigabytesPerSecond())
                .value())
        .isEqualTo(Interval.of("0"));
    assertThat(
            requireNonNull(
                    facts(rate, text("chip.b", Plain.MEMORY_TYPE, "SRAM and LPDDR5"))
                        .dramGigabytesPerSecond())
                .value())
        .isEqualTo(Interval.of("80000"));
  }

  @Test
  void matrixCoresOfAnyName_leaveTheOtherPeaksAsTheLeast() {
    Claim<Fact> vector =
        claim("chip.a", peak(Precision.FP32, Sparsity.DENSE, Circuit.VECTOR), "22", Tier.PRESS);
    for (String name : List.of("XMX", "cube", "matrix", "TensorCore")) {
      Claim<Fact> cores =
          claim(
              "chip.cores",
              new Named(Named.Family.CORES, name),
              new Quantity.Value(new BigDecimal("448"), Unit.ONE),
              Tier.PRESS);
      assertThat(facts(cores, vector).peaks().getFirst().throughput().value())
          .as(name)
          .isEqualTo(Interval.atLeast(new BigDecimal("22")));
    }
  }

  @Test
  void sourcesThatDisagree_giveAnInterval() {
    ChipFacts facts =
        facts(
            claim("chip.a", Plain.DIE_AREA, "624", Tier.PRESS),
            claim("chip.b", Plain.DIE_AREA, "1228", Tier.THIRD_PARTY));
    assertThat(requireNonNull(facts.dieAreaSquareMillimetres()).value())
        .isEqualTo(Interval.between("624", "1228"));
    assertThat(requireNonNull(facts.dieAreaSquareMillimetres()).claimIds())
        .containsExactly("chip.a", "chip.b");
  }

  @Test
  void linksAndHost_addUpToWhatTheyCanBeTogether() {
    ChipFacts facts =
        facts(
            claim("chip.a", Plain.INTERCONNECT_BANDWIDTH, "400", Tier.PRESS),
            text("chip.b", Plain.HOST_INTERFACE, "PCIe Gen4 x16"));
    assertThat(requireNonNull(facts.ioGigabytesPerSecond()).value())
        .isEqualTo(Interval.between("400", "464"));
  }

  @Test
  void cardWithoutLinks_hasItsHostOnly() {
    ChipFacts facts = facts(text("chip.a", Plain.INTERCONNECT, "none"));
    assertThat(requireNonNull(facts.ioGigabytesPerSecond()).value())
        .isEqualTo(Interval.between("0", "128"));
    assertThat(facts().ioGigabytesPerSecond()).isNull();
  }

  @Test
  void upToABandwidth_besideTheBandwidthItself_leavesNoDoubt() {
    var upTo =
        new Quantity.Bound(
            Quantity.Relation.AT_MOST, new BigDecimal("600"), Unit.GIGABYTE_PER_SECOND);
    ChipFacts facts =
        facts(
            claim("chip.a", Plain.INTERCONNECT_BANDWIDTH, "600", Tier.THIRD_PARTY),
            claim("chip.b", Plain.INTERCONNECT_BANDWIDTH, upTo, Tier.VENDOR_DATASHEET));
    assertThat(requireNonNull(facts.ioGigabytesPerSecond()).value().low())
        .isEqualByComparingTo("600");
  }

  @Test
  void process_tellsFinsFromPlanes() {
    assertThat(facts(text("chip.a", Plain.PROCESS, "7nm FinFET")).nonPlanar().truth())
        .isEqualTo(Truth.YES);
    assertThat(facts(text("chip.a", Plain.PROCESS, "TSMC 4N")).nonPlanar().truth())
        .isEqualTo(Truth.YES);
    assertThat(facts(text("chip.a", Plain.PROCESS, "TSMC N3P, N6")).nonPlanar().truth())
        .isEqualTo(Truth.YES);
    assertThat(facts(text("chip.a", Plain.PROCESS, "28 nm")).nonPlanar().truth())
        .isEqualTo(Truth.NO);
    assertThat(facts(text("chip.a", Plain.PROCESS, "advanced")).nonPlanar().truth())
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void trainingChip_isForDataCentresUnlessItsSegmentSaysOtherwise() {
    assertThat(facts(text("chip.a", Plain.SCENARIO, "训练")).dataCentre().truth())
        .isEqualTo(Truth.YES);
    assertThat(
            facts(
                    text("chip.a", Plain.SCENARIO, "训练"),
                    text("chip.b", Plain.MARKET_SEGMENT, "CONSUMER"))
                .dataCentre()
                .truth())
        .isEqualTo(Truth.NO);
    assertThat(facts().dataCentre().truth()).isEqualTo(Truth.UNKNOWN);
  }
}
