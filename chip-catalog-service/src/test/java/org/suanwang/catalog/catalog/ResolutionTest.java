package org.suanwang.catalog.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.correcting;
import static org.suanwang.catalog.catalog.Claims.dated;
import static org.suanwang.catalog.catalog.Claims.peak;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Relation;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** Which claim wins, and what the span covers: docs/resolution.md, sentence by sentence. */
class ResolutionTest {
  @SafeVarargs
  private static Resolved power(Claim<Fact>... claims) {
    return requireNonNull(catalog(claims).findSpecification("chip").orElseThrow().power());
  }

  @Test
  void bestTier_wins() {
    Resolved r =
        power(
            claim("chip.a", Plain.POWER, "300", Tier.THIRD_PARTY),
            claim("chip.b", Plain.POWER, "310", Tier.VENDOR_DATASHEET));
    assertThat(r.value()).isEqualByComparingTo("310");
    assertThat(r.low()).isEqualByComparingTo("300");
    assertThat(r.claimIds()).containsExactly("chip.b", "chip.a");
    assertThat(r.rule()).isEqualTo("best-tier-then-latest");
  }

  @Test
  void atEqualTier_latestWins_thenFirstId() {
    var old = claim("chip.a", Plain.POWER, "300", Tier.PRESS);
    var late = dated(claim("chip.b", Plain.POWER, "310", Tier.PRESS), "2025-01-01");
    var twin = dated(claim("chip.c", Plain.POWER, "320", Tier.PRESS), "2025-01-01");
    assertThat(power(old, twin, late).claimIds()).containsExactly("chip.b", "chip.c", "chip.a");
  }

  @Test
  void correctedClaim_hasNoSayEvenInTheSpan() {
    Resolved r =
        power(
            claim("chip.a", Plain.POWER, "3000", Tier.VENDOR_DATASHEET),
            correcting(claim("chip.b", Plain.POWER, "300", Tier.PRESS), "chip.a"));
    assertThat(r.value()).isEqualByComparingTo("300");
    assertThat(r.high()).isEqualByComparingTo("300");
    assertThat(r.basis()).isEqualTo("CORRECTED");
  }

  @Test
  void correctionThatIsCorrected_letsTheFirstClaimStandAgain() {
    Resolved r =
        power(
            claim("chip.a", Plain.POWER, "300", Tier.PRESS),
            correcting(claim("chip.b", Plain.POWER, "30", Tier.PRESS), "chip.a"),
            correcting(claim("chip.c", Plain.POWER, "300", Tier.PRESS), "chip.b"));
    assertThat(r.claimIds()).containsExactly("chip.a", "chip.c");
  }

  @Test
  void machineWrittenClaim_hasNoSay() {
    Resolved r =
        power(
            claim("chip.a", Plain.POWER, "300", Tier.BROKER_RESEARCH),
            claim("chip.b", Plain.POWER, "999", Tier.MACHINE_WRITTEN));
    assertThat(r.claimIds()).containsExactly("chip.a");
  }

  @Test
  void range_isComparedByItsUpperEnd() {
    var range = new Quantity.Range(new BigDecimal("300"), new BigDecimal("350"), Unit.WATT);
    Resolved r = power(claim("chip.a", Plain.POWER, range, Tier.PRESS));
    assertThat(r.value()).isEqualByComparingTo("350");
    assertThat(r.low()).isEqualByComparingTo("300");
  }

  @Test
  void bound_givesWayToANumber_andWidensOnlyWhatBreaksIt() {
    var below = new Quantity.Bound(Relation.AT_MOST, new BigDecimal("30"), Unit.WATT);
    Claim<Fact> bound = claim("chip.a", Plain.POWER, below, Tier.VENDOR_DATASHEET);
    Resolved kept = power(bound, claim("chip.b", Plain.POWER, "28", Tier.THIRD_PARTY));
    assertThat(kept.value()).isEqualByComparingTo("28");
    assertThat(kept.low()).isEqualByComparingTo("28");
    assertThat(kept.high()).isEqualByComparingTo("28");
    assertThat(kept.bound()).isNull();
    Resolved broken = power(bound, claim("chip.b", Plain.POWER, "35", Tier.THIRD_PARTY));
    assertThat(broken.low()).isEqualByComparingTo("30");
    assertThat(broken.high()).isEqualByComparingTo("35");
  }

  @Test
  void upperBound_isSaidToBeOne() {
    var bound = new Quantity.Bound(Relation.LESS_THAN, new BigDecimal("30"), Unit.WATT);
    Resolved r = power(claim("chip.a", Plain.POWER, bound, Tier.PRESS));
    assertThat(r.bound()).isEqualTo(Relation.LESS_THAN);
    assertThat(r.low()).isEqualByComparingTo("0");
  }

  @Test
  void unstatedSparsity_isReadAsDenseButYieldsToClaimsThatSaySo() {
    var unstated = peak(Precision.FP16, Sparsity.UNSTATED, Circuit.UNSTATED);
    var dense = peak(Precision.FP16, Sparsity.DENSE, Circuit.UNSTATED);
    Resolved r =
        catalog(
                claim("chip.a", unstated, "320", Tier.VENDOR_DATASHEET),
                claim("chip.b", dense, "256", Tier.THIRD_PARTY))
            .findSpecification("chip")
            .orElseThrow()
            .headlinePeak(Precision.FP16)
            .orElseThrow()
            .peak();
    assertThat(r.value()).isEqualByComparingTo("256");
    assertThat(r.high()).isEqualByComparingTo("320");
  }

  @Test
  void unstatedCircuit_joinsTheCircuitOfTheSamePeak() {
    var unstated = peak(Precision.FP32, Sparsity.UNSTATED, Circuit.UNSTATED);
    Specification s =
        catalog(
                claim("chip.a", unstated, "45.3", Tier.BROKER_RESEARCH),
                claim(
                    "chip.b",
                    peak(Precision.FP32, Sparsity.DENSE, Circuit.VECTOR),
                    "45.3",
                    Tier.PRESS),
                claim(
                    "chip.c",
                    peak(Precision.FP32, Sparsity.DENSE, Circuit.MATRIX),
                    "90.5",
                    Tier.PRESS))
            .findSpecification("chip")
            .orElseThrow();
    assertThat(s.densePeaks(Precision.FP32))
        .extracting(p -> p.of().circuit())
        .containsExactly(Circuit.MATRIX, Circuit.VECTOR);
    assertThat(s.densePeaks(Precision.FP32).getLast().peak().claimIds())
        .containsExactly("chip.b", "chip.a");
  }

  @Test
  void wrongUnit_hasNoSay() {
    var fp16 = peak(Precision.FP16, Sparsity.DENSE, Circuit.UNSTATED);
    var tops = new Quantity.Value(new BigDecimal("8"), Unit.TOP_PER_SECOND);
    assertThat(
            catalog(claim("chip.a", fp16, tops, Tier.PRESS))
                .findSpecification("chip")
                .orElseThrow()
                .throughputs())
        .isEmpty();
  }

  @Test
  void nothingClaimed_isUnknownAndNotZero() {
    assertThat(catalog().findSpecification("chip").orElseThrow().power()).isNull();
  }
}
