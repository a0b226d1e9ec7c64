package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.query.EquivalenceFixture.constraint;
import static org.suanwang.catalog.query.EquivalenceFixture.evaluate;
import static org.suanwang.catalog.query.EquivalenceFixture.terms;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.contains;
import static org.suanwang.catalog.query.SmallCatalog.efficiency;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.catalog.Catalog;

/** Reached shares, networks and power in equivalences: docs/equivalence.md. */
class ReachedEquivalenceTest {
  private static final Set<String> EFFECTIVE = Set.of(Constraint.EFFECTIVE_THROUGHPUT);

  private static Efficiency.Stated stated(String value, String low, String high) {
    return new Efficiency.Stated(
        new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), "a benchmark");
  }

  @Test
  void statedShares_takeThePlaceOfPeaks() {
    Catalog catalog = catalog(fp16("chip", "100 TFLOPS"), fp16("other", "100 TFLOPS"));
    Equivalence e =
        evaluate(
            catalog,
            "chip",
            10,
            "other",
            EFFECTIVE,
            terms(stated("50", "40", "50"), stated("25", "25", "40")));
    // 10 x 50 / 25; 10 x 40 / 40; 10 x 50 / 25
    assertThat(List.of(e.count(), e.countLow(), e.countHigh())).containsExactly(20L, 10L, 20L);
    assertThat(e.bindingConstraint()).isEqualTo("effectiveThroughput");
    assertThat(constraint(e, "throughput").counts()).isFalse();
    assertThat(constraint(e, "effectiveThroughput").note()).contains("a benchmark");
  }

  @Test
  void betterShare_asksForFewerThanThePeaksDo() {
    Catalog catalog = catalog(fp16("chip", "100 TFLOPS"), fp16("other", "100 TFLOPS"));
    Equivalence e =
        evaluate(
            catalog,
            "chip",
            10,
            "other",
            EFFECTIVE,
            terms(stated("20", "20", "20"), stated("40", "40", "40")));
    assertThat(e.count()).isEqualTo(5);
  }

  @Test
  void claimedShares_countForTheWorkloadThatBothHave() {
    Catalog catalog =
        catalog(
            fp16("chip", "100 TFLOPS"),
            fp16("other", "100 TFLOPS"),
            says("chip", efficiency("dense training"), "60 %"),
            says("chip", efficiency("a lonely one"), "90 %"),
            says("other", efficiency("Dense training"), "30 %"));
    Equivalence e = evaluate(catalog, "chip", 10, "other", EFFECTIVE, Efficiency.Terms.NONE);
    assertThat(e.count()).isEqualTo(20);
    assertThat(constraint(e, "effectiveThroughput").note()).contains("dense training");
  }

  @Test
  void unknownShare_isUnknownAndPeaksCount() {
    Catalog catalog =
        catalog(
            fp16("chip", "100 TFLOPS"),
            fp16("other", "50 TFLOPS"),
            says("chip", efficiency("training"), "60 %"));
    Equivalence e = evaluate(catalog, "chip", 10, "other", EFFECTIVE, Efficiency.Terms.NONE);
    assertThat(e.count()).isEqualTo(20);
    assertThat(e.bindingConstraint()).isEqualTo("throughput");
    Constraint unknown = constraint(e, "effectiveThroughput");
    assertThat(unknown.state()).isEqualTo(Constraint.State.UNKNOWN);
    assertThat(unknown.missing())
        .containsExactly(
            "chip.efficiency of a common workload", "other.efficiency of a common workload");
  }

  @Test
  void equalShares_areAssumedOnlyByLeave() {
    Catalog catalog = catalog(fp16("chip", "100 TFLOPS"), fp16("other", "50 TFLOPS"));
    var leave = new Efficiency.Terms(null, null, null, true);
    Equivalence e = evaluate(catalog, "chip", 10, "other", EFFECTIVE, leave);
    Constraint assumed = constraint(e, "effectiveThroughput");
    assertThat(assumed.state()).isEqualTo(Constraint.State.ASSUMED_EQUAL);
    assertThat(assumed.note()).contains("assumed");
    assertThat(e.count()).isEqualTo(20);
  }

  @Test
  void slowInterconnect_binds() {
    Catalog catalog =
        catalog(
            fp16("chip", "100 TFLOPS"),
            fp16("other", "100 TFLOPS"),
            says("chip", Plain.INTERCONNECT_BANDWIDTH, "900 GB/s"),
            says("other", Plain.INTERCONNECT_BANDWIDTH, "400 GB/s"));
    Equivalence e =
        evaluate(
            catalog,
            "chip",
            8,
            "other",
            Set.of(Constraint.INTERCONNECT_BANDWIDTH),
            Efficiency.Terms.NONE);
    assertThat(e.bindingConstraint()).isEqualTo("interconnectBandwidth");
    assertThat(e.count()).isEqualTo(18);
  }

  @Test
  void networkOfASystem_isThatOfEachOfItsDevices() {
    Catalog catalog =
        catalog(
            says("server", contains("chip"), "8 devices"),
            says("server", Plain.NETWORK_BANDWIDTH, "50 GB/s"),
            fp16("chip", "100 TFLOPS"),
            fp16("other", "400 TFLOPS"),
            says("other", Plain.NETWORK_BANDWIDTH, "25 GB/s"));
    Equivalence e =
        evaluate(
            catalog,
            "server",
            1,
            "other",
            Set.of(Constraint.NETWORK_BANDWIDTH),
            Efficiency.Terms.NONE);
    // 8 x 50 / 25
    assertThat(e.count()).isEqualTo(16);
    assertThat(e.bindingConstraint()).isEqualTo("networkBandwidth");
  }

  @Test
  void powerThatIsOnlyBounded_isUnknown() {
    Catalog catalog =
        catalog(
            fp16("chip", "100 TFLOPS"),
            fp16("other", "40 TFLOPS"),
            says("chip", Plain.POWER, "<400 W"));
    Equivalence e = evaluate(catalog, "chip", 10, "other");
    assertThat(e.fromPower().total()).isNull();
    assertThat(e.fromPower().missing()).containsExactly("chip.power");
  }
}
