package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.contains;
import static org.suanwang.catalog.query.SmallCatalog.efficiency;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.provenance.Tier;

/** Systems, networks and reached shares in equivalences: docs/equivalence.md. */
class SystemEquivalenceTest {
  private static final Set<String> EFFECTIVE = Set.of(Constraint.EFFECTIVE_THROUGHPUT);

  private static Equivalence evaluate(Catalog catalog, String from, long count, String to) {
    return evaluate(catalog, from, count, to, Set.copyOf(Constraint.USUAL), Efficiency.Terms.NONE);
  }

  private static Equivalence evaluate(
      Catalog catalog,
      String from,
      long count,
      String to,
      Set<String> constraints,
      Efficiency.Terms terms) {
    return new EquivalenceCalculation(catalog)
        .evaluate(new EquivalenceQuestion(from, count, to, Precision.FP16, constraints, terms));
  }

  private static Constraint constraint(Equivalence e, String name) {
    return e.constraints().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static Efficiency.Stated stated(String value, String low, String high) {
    return new Efficiency.Stated(
        new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), "a benchmark");
  }

  private static Efficiency.Terms terms(
      Efficiency.@Nullable Stated from, Efficiency.@Nullable Stated to) {
    return new Efficiency.Terms(from, to, null, false);
  }

  @Test
  void system_countsByTheDevicesThatItContains() {
    Catalog catalog =
        catalog(
            says("server", contains("chip"), "8 devices"),
            fp16("chip", "100 TFLOPS"),
            fp16("other", "300 TFLOPS"));
    Equivalence e = evaluate(catalog, "server", 3, "other");
    // 3 x 8 x 100 / 300
    assertThat(e.count()).isEqualTo(8);
    assertThat(constraint(e, "throughput").from())
        .satisfies(
            r -> {
              assertThat(r.value()).isEqualByComparingTo("800");
              assertThat(r.basis()).isEqualTo("DERIVED");
              assertThat(r.claimIds()).hasSize(2);
            });
    assertThat(evaluate(catalog, "other", 8, "server").count()).isEqualTo(3);
    assertThat(evaluate(catalog, "other", 9, "server").count()).isEqualTo(4);
  }

  @Test
  void systemsInSystems_countTheirDevices() {
    Catalog catalog =
        catalog(
            says("rack", contains("server"), "4 devices"),
            says("server", contains("chip"), "8 devices"),
            fp16("chip", "100 TFLOPS"),
            fp16("other", "100 TFLOPS"));
    assertThat(evaluate(catalog, "rack", 1, "other").count()).isEqualTo(32);
  }

  @Test
  void devicesReachedTwoWays_countOnce() {
    Catalog catalog =
        catalog(
            says("rack", contains("chip"), "72 devices"),
            says("rack", contains("other"), "36 devices"),
            says("other", contains("chip"), "2 devices"),
            fp16("chip", "100 TFLOPS"));
    assertThat(Composition.of(catalog, "rack").parts())
        .singleElement()
        .satisfies(p -> assertThat(p.count().value()).isEqualByComparingTo("72"));
    assertThat(evaluate(catalog, "rack", 1, "chip").count()).isEqualTo(72);
  }

  @Test
  void conflictingNumbersOfDevices_spanTheCount() {
    Catalog catalog =
        catalog(
            says("server", contains("chip"), "8 devices"),
            says("server", contains("chip"), "10 devices", Tier.PRESS),
            fp16("chip", "100 TFLOPS"),
            fp16("other", "100 TFLOPS"));
    Equivalence e = evaluate(catalog, "server", 1, "other");
    assertThat(List.of(e.count(), e.countLow(), e.countHigh())).containsExactly(8L, 8L, 10L);
  }

  @Test
  void systemOfAnUnknownNumberOfDevices_isRefusedWithWhatIsMissing() {
    Catalog catalog =
        catalog(
            says("server", contains("chip"), "some"),
            fp16("chip", "100 TFLOPS"),
            fp16("other", "100 TFLOPS"));
    assertThatThrownBy(() -> evaluate(catalog, "server", 1, "other"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("server must have a dense peak")
        .hasMessageContaining("server.contains chip (how many)");
  }

  @Test
  void circleOfContainment_ends() {
    Catalog catalog =
        catalog(
            says("server", contains("rack"), "2 devices"),
            says("rack", contains("server"), "2 devices"));
    assertThat(Composition.of(catalog, "server").isKnown()).isFalse();
  }

  @Test
  void systemWithoutKnownDevices_countsByItsOwnClaim() {
    var whole =
        new org.suanwang.catalog.accelerator.Attribute.Throughput(
            Precision.FP16, Sparsity.DENSE, Circuit.MATRIX, Scope.SYSTEM);
    Catalog catalog = catalog(says("rack", whole, "1 PFLOPS"), fp16("other", "100 TFLOPS"));
    assertThat(evaluate(catalog, "rack", 1, "other").count()).isEqualTo(10);
  }

  @Test
  void otherThings_areNoEquipment() {
    assertThatThrownBy(() -> evaluate(catalog(), "stack", 1, "other"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be the id of an accelerator or a system");
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
  void answer_tellsWholeSystemsAndThePowerOfBothSides() {
    Catalog catalog =
        catalog(
            fp16("chip", "100 TFLOPS"),
            fp16("other", "40 TFLOPS"),
            says("server", contains("other"), "8 devices"),
            says("server", Plain.POWER, "6 kW"),
            says("chip", Plain.POWER, "400 W"),
            says("other", Plain.POWER, "300-350 W"));
    Equivalence e = evaluate(catalog, "chip", 10, "other");
    assertThat(e.count()).isEqualTo(25);
    assertThat(e.systems())
        .singleElement()
        .satisfies(s -> assertThat(s.count()).isEqualTo(new Devices(4, 4, 4)));
    assertThat(e.fromPower().total())
        .satisfies(p -> assertThat(p.value()).isEqualByComparingTo("4000"));
    assertThat(e.toPower().total())
        .satisfies(
            p -> {
              assertThat(p.value()).isEqualByComparingTo("8750");
              assertThat(p.low()).isEqualByComparingTo("7500");
            });
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
