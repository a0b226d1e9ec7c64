package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.contains;
import static org.suanwang.catalog.query.SmallCatalog.dense;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.catalog.query.Comparison.Cell;
import org.suanwang.catalog.query.Comparison.Row;

/** Which numbers side by side are like for like. */
class ComparisonTest {
  private static final Throughput VECTOR = dense(Precision.FP16, Circuit.VECTOR);
  private static final Throughput SPARSE =
      new Throughput(Precision.FP16, Sparsity.SPARSE_2_4, Circuit.MATRIX, Scope.BOARD);

  @SafeVarargs
  private static Comparison compare(String other, Claim<Fact>... claims) {
    return Comparison.of(catalog(claims), List.of("chip", other));
  }

  private static Row row(Comparison comparison, String key) {
    return comparison.rows().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
  }

  private static Cell second(Comparison comparison, String key) {
    return row(comparison, key).cells().get(1);
  }

  /** Figure 11 of the report prints 24.5 beside 312. */
  @Test
  void vectorBesideMatrix_isNotComparableAndThePairThatIsIsNamed() {
    Comparison c =
        compare(
            "other",
            says("chip", VECTOR, "24.5 TFLOPS"),
            fp16("other", "312 TFLOPS"),
            says("other", VECTOR, "78 TFLOPS"));
    assertThat(row(c, "FP16").likeness()).isEqualTo(Likeness.VECTOR_AGAINST_MATRIX);
    Cell cell = second(c, "FP16");
    assertThat(cell.likeness()).isEqualTo(Likeness.VECTOR_AGAINST_MATRIX);
    assertThat(cell.ratio()).isNull();
    assertThat(cell.isBest()).isFalse();
    assertThat(cell.pair())
        .satisfies(
            p -> {
              assertThat(p.own().circuit()).isEqualTo(Circuit.VECTOR);
              assertThat(p.ratio().value()).isEqualByComparingTo("3.18367346939");
            });
  }

  @Test
  void vectorBesideMatrix_withoutAComparablePair_namesNone() {
    Comparison c =
        compare("other", says("chip", VECTOR, "24.5 TFLOPS"), fp16("other", "312 TFLOPS"));
    assertThat(second(c, "FP16").pair()).isNull();
  }

  @Test
  void sparseBesideDense_isNeverComparable() {
    Comparison c =
        compare("other", fp16("chip", "989.4 TFLOPS"), says("other", SPARSE, "1979 TFLOPS"));
    Cell cell = second(c, "FP16");
    assertThat(cell.likeness()).isEqualTo(Likeness.SPARSE_AGAINST_DENSE);
    assertThat(cell.resolved()).isNull();
    assertThat(cell.sparseOnly()).isNotNull();
    assertThat(cell.ratio()).isNull();
  }

  @Test
  void sparseBesideSparse_isComparableInItsOwnRow() {
    Comparison c =
        compare("other", says("chip", SPARSE, "1000 TFLOPS"), says("other", SPARSE, "1500 TFLOPS"));
    assertThat(second(c, "FP16 SPARSE_2_4 MATRIX").ratio())
        .satisfies(r -> assertThat(r.value()).isEqualByComparingTo("1.5"));
  }

  @Test
  void partBesideWhole_isOfDifferentScope() {
    Comparison c =
        compare(
            "other",
            fp16("chip", "100 TFLOPS"),
            says(
                "other",
                new Throughput(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX, Scope.DIE),
                "100 TFLOPS"));
    assertThat(second(c, "FP16").likeness()).isEqualTo(Likeness.DIFFERENT_SCOPE);
  }

  @Test
  void wholePackageBesideWholeBoard_isOneDeviceBesideAnother() {
    Comparison c =
        compare(
            "core",
            fp16("chip", "100 TFLOPS"),
            says(
                "core",
                new Throughput(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX, Scope.PACKAGE),
                "200 TFLOPS"));
    assertThat(second(c, "FP16").likeness()).isEqualTo(Likeness.COMPARABLE);
  }

  @Test
  void systemBesideDevice_isOfDifferentScope() {
    Comparison c =
        compare("server", says("chip", Plain.POWER, "400 W"), says("server", Plain.POWER, "6 kW"));
    assertThat(second(c, "power").likeness()).isEqualTo(Likeness.DIFFERENT_SCOPE);
  }

  @Test
  void unstatedCircuit_isUnstated() {
    Comparison c =
        compare(
            "other",
            fp16("chip", "100 TFLOPS"),
            says("other", dense(Precision.FP16, Circuit.UNSTATED), "200 TFLOPS"));
    assertThat(second(c, "FP16").likeness()).isEqualTo(Likeness.UNSTATED);
    assertThat(second(c, "FP16").ratio()).isNull();
  }

  /** Figure 11 as it is claimed: nobody says of which circuits the 24.5 is. */
  @Test
  void unstatedCircuit_isHeldAgainstEitherIfItWereThat() {
    Comparison c =
        compare(
            "other",
            says("chip", dense(Precision.FP16, Circuit.UNSTATED), "24.5 TFLOPS"),
            fp16("other", "312 TFLOPS"),
            says("other", VECTOR, "78 TFLOPS"));
    Cell cell = second(c, "FP16");
    assertThat(cell.likeness()).isEqualTo(Likeness.UNSTATED);
    assertThat(cell.pair()).isNull();
    assertThat(cell.pairsIf()).containsOnlyKeys(Circuit.MATRIX, Circuit.VECTOR);
    assertThat(cell.pairsIf().get(Circuit.VECTOR))
        .satisfies(p -> assertThat(p.ratio().value()).isEqualByComparingTo("3.18367346939"));
    assertThat(cell.pairsIf().get(Circuit.MATRIX))
        .satisfies(p -> assertThat(p.ratio().value()).isEqualByComparingTo("12.7346938776"));
  }

  @Test
  void bound_isNoNumberToCompare() {
    Comparison c =
        compare("other", says("chip", Plain.POWER, "400 W"), says("other", Plain.POWER, "<30 W"));
    assertThat(second(c, "power").likeness()).isEqualTo(Likeness.BOUND_ONLY);
    assertThat(second(c, "power").ratio()).isNull();
  }

  @Test
  void twoCurrencies_areDifferentUnits() {
    var price = new Named(Named.Family.PRICE, "release");
    Comparison c =
        compare("other", says("chip", price, "80000 CNY"), says("other", price, "30000 USD"));
    assertThat(second(c, "price release").likeness()).isEqualTo(Likeness.DIFFERENT_UNIT);
  }

  @Test
  void overlappingSpans_areConflictingAndNoneIsBest() {
    Comparison c =
        compare(
            "other",
            fp16("chip", "256 TFLOPS"),
            says("chip", dense(Precision.FP16, Circuit.MATRIX), "320 TFLOPS", Tier.PRESS),
            fp16("other", "312 TFLOPS"));
    Cell cell = second(c, "FP16");
    assertThat(cell.likeness()).isEqualTo(Likeness.CONFLICTING);
    assertThat(cell.ratio())
        .satisfies(
            r -> {
              assertThat(r.low()).isEqualByComparingTo("0.975");
              assertThat(r.high()).isEqualByComparingTo("1.21875");
            });
    assertThat(row(c, "FP16").cells()).noneMatch(Cell::isBest);
  }

  @Test
  void comparableRow_marksTheBest() {
    Comparison c =
        compare(
            "other",
            fp16("chip", "100 TFLOPS"),
            fp16("other", "200 TFLOPS"),
            says("chip", Plain.POWER, "300 W"),
            says("other", Plain.POWER, "400 W"),
            says("chip", Plain.DIES, "1 dies"),
            says("other", Plain.DIES, "2 dies"));
    assertThat(row(c, "FP16").cells()).extracting(Cell::isBest).containsExactly(false, true);
    assertThat(row(c, "power").cells()).extracting(Cell::isBest).containsExactly(true, false);
    assertThat(row(c, "dies").cells()).noneMatch(Cell::isBest);
  }

  @Test
  void ratios_areToTheChosenReference() {
    var claims =
        catalog(
            fp16("chip", "100 TFLOPS"), fp16("other", "200 TFLOPS"), fp16("foreign", "400 TFLOPS"));
    Comparison c = Comparison.of(claims, List.of("chip", "other", "foreign"), "other");
    assertThat(row(c, "FP16").cells())
        .extracting(cell -> cell.ratio() == null ? "" : cell.ratio().value().toPlainString())
        .containsExactly("0.5", "1", "2");
  }

  @Test
  void everyAttributeThatAnyHas_hasARow() {
    Comparison c =
        compare(
            "server",
            says("chip", Plain.PROCESS, "7 nm"),
            says("chip", new Named(Named.Family.CLOCK, "boost"), "1.41 GHz"),
            says("server", Plain.RELEASE_DATE, "2023-10"),
            says("server", contains("chip"), "8 devices"));
    assertThat(c.rows())
        .extracting(Row::key)
        .containsExactly(
            "memoryBandwidth",
            "memoryCapacity",
            "power",
            "clock boost",
            "process",
            "releaseDate",
            "contains chip");
    assertThat(row(c, "process").cells()).extracting(Cell::text).containsExactly("7 nm", null);
    assertThat(row(c, "process").likeness()).isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void words_areNotCompared() {
    Comparison c =
        compare(
            "other", says("chip", Plain.PROCESS, "7 nm"), says("other", Plain.PROCESS, "12 nm"));
    assertThat(row(c, "process").likeness()).isEqualTo(Likeness.TEXT);
  }

  @Test
  void referenceThatIsNotCompared_isRefused() {
    assertThatThrownBy(() -> Comparison.of(catalog(), List.of("chip", "other"), "foreign"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("reference = foreign");
  }
}
