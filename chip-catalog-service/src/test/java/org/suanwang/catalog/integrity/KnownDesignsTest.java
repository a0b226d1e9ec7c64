package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.peak;

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
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.catalog.query.GeneratedCatalog;

/** What is unusual and right is not warned of. The rows are of Epoch AI's table, CC BY 4.0. */
class KnownDesignsTest {
  private static final int ACCELERATORS = 200;
  private static final int CLAIMS_EACH = 30;
  private static final Throughput FP16 = unstated(Precision.FP16);
  private static final Throughput FP32 = unstated(Precision.FP32);

  private static Throughput unstated(Precision precision) {
    return peak(precision, Sparsity.DENSE, Circuit.UNSTATED);
  }

  private static List<String> found(String fp32, String fp16) {
    return IntegrityRules.check(
            catalog(
                claim("chip.a", FP32, fp32, Tier.THIRD_PARTY),
                claim("chip.b", FP16, fp16, Tier.THIRD_PARTY)))
        .all()
        .stream()
        .map(Finding::rule)
        .filter(rule -> !rule.equals("SourceIsUsed"))
        .toList();
  }

  @Test
  void sixtyFourthOfTheRate_isFp16ForCompatibility() {
    assertThat(found("11.76", "0.1837")).isEmpty();
    assertThat(found("11.76", "5.88")).containsExactly("WiderFormatIsNotFaster");
  }

  @ParameterizedTest
  @CsvSource({"31.24, 31.24, false", "16.31, 32.62, false", "24, 96, true"})
  void peakOfVectorCircuits_saysNothingOfMatrixCircuits(
      String fp32, String fp16, boolean isCompared) {
    var rules =
        IntegrityRules.check(
                catalog(
                    claim("chip.a", FP32, fp32, Tier.THIRD_PARTY),
                    claim("chip.b", FP16, fp16, Tier.THIRD_PARTY),
                    claim(
                        "chip.c",
                        peak(Precision.FP8, Sparsity.DENSE, Circuit.UNSTATED),
                        "729",
                        Tier.THIRD_PARTY)))
            .all()
            .stream()
            .map(Finding::rule)
            .toList();
    assertThat(rules.contains("FormatsStandInRatio")).isEqualTo(isCompared);
  }

  /** FP32 of vectors, TF32 and FP16 as Epoch has them; and what a doubled FP16 would be. */
  @ParameterizedTest
  @CsvSource({"82.6, 82.6, 330, false", "82.6, 82.6, 660, true", "19.5, 82.6, 330, true"})
  void fp16AddedUpShort_isFourTimesTf32(String fp32, String tf32, String fp16, boolean isWarned) {
    assertThat(isOff(FP32, fp32, matrix(Precision.TF32), tf32, matrix(Precision.FP16), fp16))
        .isEqualTo(isWarned);
  }

  @ParameterizedTest
  @CsvSource({"96, 256, false", "125, 375, false", "74, 262, false", "96, 384, true"})
  void threeNarrowLanesForAWideOne_areADesign(String fp16, String int8, boolean isWarned) {
    assertThat(isOff(FP32, "24", FP16, fp16, unstated(Precision.INT8), int8)).isEqualTo(isWarned);
  }

  private static Throughput matrix(Precision precision) {
    return peak(precision, Sparsity.DENSE, Circuit.MATRIX);
  }

  private static boolean isOff(
      Throughput a, String first, Throughput b, String second, Throughput c, String third) {
    return IntegrityRules.check(
            catalog(
                claim("chip.a", a, first, Tier.THIRD_PARTY),
                claim("chip.b", b, second, Tier.THIRD_PARTY),
                claim("chip.c", c, third, Tier.THIRD_PARTY)))
        .all()
        .stream()
        .anyMatch(f -> f.rule().equals("FormatsStandInRatio"));
  }

  private static boolean explains(String key, Claim<Fact> claim) {
    Catalog generated = Catalog.of(GeneratedCatalog.draw(3, ACCELERATORS, CLAIMS_EACH));
    var population = new Population(generated.with(Claims.added(claim)));
    int row = 0;
    for (int column = 0; column < population.columns(); column++) {
      if (population.column(column).equals(key) && population.has(row, column)) {
        return KnownDesigns.explain(population, row, column);
      }
    }
    throw new AssertionError("nobody has " + key);
  }

  private static String first() {
    return Catalog.of(GeneratedCatalog.draw(3, ACCELERATORS, CLAIMS_EACH))
        .accelerators()
        .getFirst()
        .id();
  }

  @ParameterizedTest
  @CsvSource({"32, true", "63, true", "128, true", "320, false", "900, false"})
  void rateOfPciExpress_isTheLinkOfACardWithoutAnother(String rate, boolean isKnown) {
    Claim<Fact> link =
        claim(first() + ".0-link", Plain.INTERCONNECT_BANDWIDTH, rate, Tier.VENDOR_DATASHEET);
    assertThat(explains("interconnectBandwidth", link)).isEqualTo(isKnown);
  }
}
