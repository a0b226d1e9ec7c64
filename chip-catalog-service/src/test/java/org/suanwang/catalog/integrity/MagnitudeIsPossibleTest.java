package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.correcting;
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
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** What no accelerator can have is an error; what the largest one has is none. */
class MagnitudeIsPossibleTest {
  private static final Throughput FP16 = peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX);

  @SafeVarargs
  private static List<Severity> found(Claim<Fact>... claims) {
    return IntegrityRules.check(catalog(claims)).all().stream()
        .filter(f -> f.rule().equals("MagnitudeIsPossible"))
        .map(f -> f.severity())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1000000000", "1000001", "0.0000001"})
  void impossiblePeak_isAnError(String number) {
    assertThat(found(claim("chip.a", FP16, number, Tier.PRESS))).containsExactly(Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource({"125000", "989.4", "0.01868"})
  void peakThatExists_isNone(String number) {
    assertThat(found(claim("chip.a", FP16, number, Tier.PRESS))).isEmpty();
  }

  @Test
  void impossibleEndOfARange_isAnError() {
    var range = new Quantity.Range(BigDecimal.ONE, new BigDecimal("5000000"), Unit.WATT);
    assertThat(found(claim("chip.a", Plain.POWER, range, Tier.PRESS)))
        .containsExactly(Severity.ERROR);
  }

  @Test
  void impossibleNumberThatIsCorrected_isOnlyTold() {
    assertThat(
            found(
                claim("chip.a", Plain.POWER, "5000000", Tier.PRESS),
                correcting(claim("chip.b", Plain.POWER, "500", Tier.PRESS), "chip.a")))
        .containsExactly(Severity.INFO);
  }
}
