package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.catalog.Claims.about;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.peak;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** The equivalence method, sentence by sentence: docs/equivalence.md. */
class EquivalenceCalculationTest {
  private static final Set<String> ALL =
      Set.of(Constraint.THROUGHPUT, Constraint.MEMORY_BANDWIDTH, Constraint.MEMORY_CAPACITY);

  private static Claim<Fact> fp16(String id, String number, Circuit circuit, Sparsity sparsity) {
    return claim(id, peak(Precision.FP16, sparsity, circuit), number, Tier.PRESS);
  }

  private static Claim<Fact> dense(String id, String number) {
    return fp16(id, number, Circuit.MATRIX, Sparsity.DENSE);
  }

  @SafeVarargs
  private static Equivalence evaluate(long count, Claim<Fact>... claims) {
    return new EquivalenceCalculation(catalog(claims))
        .evaluate(new EquivalenceQuestion("chip", count, "other", Precision.FP16, ALL));
  }

  @Test
  void counts_areRoundedUpToWholeDevices() {
    Equivalence e = evaluate(3, dense("chip.a", "100"), about(dense("chip.b", "200"), "other"));
    assertThat(e.count()).isEqualTo(2);
    assertThat(evaluate(4, dense("chip.a", "100"), about(dense("chip.b", "200"), "other")).count())
        .isEqualTo(2);
  }

  @Test
  void conflictingClaims_spanTheCount() {
    Equivalence e =
        evaluate(
            8000,
            dense("chip.a", "989.4"),
            about(dense("chip.b", "256"), "other"),
            about(
                claim(
                    "chip.c",
                    peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX),
                    "320",
                    Tier.THIRD_PARTY),
                "other"));
    assertThat(e.count()).isEqualTo(30919);
    assertThat(e.countLow()).isEqualTo(24735);
    assertThat(e.countHigh()).isEqualTo(30919);
  }

  @Test
  void constraintThatAsksForMost_binds() {
    Equivalence e =
        evaluate(
            10,
            dense("chip.a", "100"),
            about(dense("chip.b", "100"), "other"),
            claim("chip.c", Plain.MEMORY_CAPACITY, "80", Tier.PRESS),
            about(claim("chip.d", Plain.MEMORY_CAPACITY, "32", Tier.PRESS), "other"));
    assertThat(e.bindingConstraint()).isEqualTo("memoryCapacity");
    assertThat(e.count()).isEqualTo(25);
  }

  @Test
  void unknownAttribute_isUnknownWithWhatIsMissing() {
    Equivalence e =
        evaluate(
            1,
            dense("chip.a", "100"),
            about(dense("chip.b", "100"), "other"),
            claim("chip.c", Plain.MEMORY_CAPACITY, "80", Tier.PRESS));
    Constraint capacity =
        e.constraints().stream()
            .filter(c -> c.name().equals("memoryCapacity"))
            .findFirst()
            .orElseThrow();
    assertThat(capacity.state()).isEqualTo(Constraint.State.UNKNOWN);
    assertThat(capacity.missing()).containsExactly("other.memoryCapacity");
  }

  @Test
  void sparsePeak_isNeverComparedWithADenseOne() {
    assertThatThrownBy(
            () ->
                evaluate(
                    1,
                    fp16("chip.a", "1979", Circuit.MATRIX, Sparsity.SPARSE_2_4),
                    about(dense("chip.b", "256"), "other")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("chip must have a dense peak");
  }

  @Test
  void matrixPeak_isNeverComparedWithAVectorOne() {
    assertThatThrownBy(
            () ->
                evaluate(
                    1,
                    dense("chip.a", "312"),
                    about(fp16("chip.b", "24.5", Circuit.VECTOR, Sparsity.DENSE), "other")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("same circuits");
  }

  @Test
  void unknownAccelerator_isRefusedWithItsField() {
    assertThatThrownBy(
            () ->
                new EquivalenceCalculation(catalog())
                    .evaluate(new EquivalenceQuestion("chap", 1, "other", Precision.FP16, ALL)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("from.accelerator = chap")
        .hasMessageContaining("did you mean chip?");
  }

  @Test
  void moreDevices_neverNeedFewer() {
    long last = 0;
    for (long count = 1; count < 500; count++) {
      long needed =
          evaluate(count, dense("chip.a", "989.4"), about(dense("chip.b", "256"), "other")).count();
      assertThat(needed).isGreaterThanOrEqualTo(last);
      last = needed;
    }
  }

  @Test
  void largestCount_doesNotOverflow() {
    Equivalence e =
        evaluate(
            EquivalenceQuestion.COUNT_MAX,
            dense("chip.a", "1000000"),
            about(dense("chip.b", "0.001"), "other"));
    assertThat(e.count()).isEqualTo(EquivalenceQuestion.COUNT_MAX * 1_000_000_000L);
  }

  @Test
  void absurdPeaks_areRefusedBeforeTheCountOverflows() {
    assertThatThrownBy(
            () ->
                evaluate(
                    EquivalenceQuestion.COUNT_MAX,
                    dense("chip.a", "1000000000000"),
                    about(dense("chip.b", "0.000000001"), "other")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("from.count");
  }

  @Test
  void memoryThatIsOnlyBoundedFromAbove_isUnknown() {
    var below = new Quantity.Bound(Quantity.Relation.LESS_THAN, BigDecimal.TEN, Unit.GIGABYTE);
    Equivalence e =
        evaluate(
            1,
            dense("chip.a", "312"),
            about(dense("chip.b", "256"), "other"),
            claim("chip.c", Plain.MEMORY_CAPACITY, "80", Tier.PRESS),
            about(claim("chip.e", Plain.MEMORY_CAPACITY, below, Tier.THIRD_PARTY), "other"));
    assertThat(e.constraints().getLast().state()).isEqualTo(Constraint.State.UNKNOWN);
  }

  @Test
  void peakThatIsOnlyBounded_isNoPeak() {
    var below =
        new Quantity.Bound(Quantity.Relation.LESS_THAN, BigDecimal.TEN, Unit.TFLOP_PER_SECOND);
    var bounded =
        claim("chip.b", peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX), below, Tier.PRESS);
    assertThatThrownBy(() -> evaluate(1, dense("chip.a", "312"), about(bounded, "other")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("other must have a dense peak");
  }
}
