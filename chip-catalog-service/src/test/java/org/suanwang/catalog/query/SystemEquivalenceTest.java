package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.query.EquivalenceFixture.constraint;
import static org.suanwang.catalog.query.EquivalenceFixture.evaluate;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.contains;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.provenance.Tier;

/** Systems that stand for each other by their devices: docs/equivalence.md. */
class SystemEquivalenceTest {
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
}
