package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.peak;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.provenance.Tier;

/** Peaks of real accelerators, by lanes and boost clock, and the same with a wrong digit. */
class PeakIsClockTimesLanesTest {
  private static boolean isWarned(
      String lanes, String count, String gigahertz, Attribute of, String teraflops) {
    Catalog catalog =
        catalog(
            claim("chip.a", new Named(Named.Family.CORES, lanes), count, Tier.VENDOR_DATASHEET),
            claim(
                "chip.b", new Named(Named.Family.CLOCK, "boost"), gigahertz, Tier.VENDOR_DATASHEET),
            claim("chip.c", of, teraflops, Tier.VENDOR_DATASHEET));
    return !new PeakIsClockTimesLanes()
        .check(catalog, catalog.findDossier("chip").orElseThrow())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CUDA, 6912, 1.41, 19.5, false", // A100
    "CUDA, 6912, 1.41, 39, true",
    "CUDA, 6912, 1.41, 15.9, true",
    "stream, 6144, 2.5, 61.4, false", // RX 7900 XTX: two instructions a cycle
    "stream, 7680, 1.502, 23.1, false", // MI100
    "stream, 7680, 1.502, 32.1, true"
  })
  void vectorPeak_isTwoOperationsALane(
      String lanes, String count, String clock, String peak, boolean isWarned) {
    Attribute fp32 = peak(Precision.FP32, Sparsity.DENSE, Circuit.VECTOR);
    assertThat(isWarned(lanes, count, clock, fp32, peak)).isEqualTo(isWarned);
  }

  @ParameterizedTest
  @CsvSource({"312, false", "624, false", "450, true"})
  void tensorPeak_isAPowerOfTwoALane(String peak, boolean isWarned) {
    Attribute fp16 = peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX);
    assertThat(isWarned("tensor", "432", "1.41", fp16, peak)).isEqualTo(isWarned);
  }
}
