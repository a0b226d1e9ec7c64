package org.suanwang.scheduling.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.workload.Precision;
import org.suanwang.scheduling.workload.WorkUnit;

/** What a rate is, and what is told of it. */
class RateModelTest {
  private static final double EXACT = 1e-9;
  private static final ClassProfile CUDA_JOBS =
      new ClassProfile("llm", 2e15, null, Precision.BF16, "cuda", "test");

  private static DeviceType type(String id, String vendor, double fp16, double bandwidth) {
    return new DeviceType(
        id,
        fp16,
        null,
        DeviceType.Source.CATALOGUE,
        vendor,
        null,
        bandwidth,
        null,
        Map.of(Precision.FP16, fp16, Precision.FP8, 2 * fp16),
        List.of());
  }

  private static final Fleet FLEET =
      new Fleet(
          "f",
          List.of(),
          List.of(
              type("n", "nvidia", 300, 2000),
              type("h", "huawei", 400, 1000),
              DeviceType.named("unknown")),
          null);

  private static RateModel model(ThroughputRule rule) {
    return new RateModel(rule, FLEET);
  }

  private static RateModel.Gang gang(String jobClass, WorkUnit unit, int devices) {
    return new RateModel.Gang(jobClass, unit, null, devices * 1000L);
  }

  private static ThroughputRow row(
      String type, int devices, @Nullable Boolean consolidated, double steps) {
    return new ThroughputRow("llm", type, devices, consolidated, steps, "measured by us");
  }

  private static ThroughputRule rows(ThroughputRow... rows) {
    return ThroughputRule.NONE.withRows(List.of(rows));
  }

  private static ThroughputRule rule(
      List<ThroughputRow> rows,
      List<ClassProfile> classes,
      List<EfficiencyFactor> efficiencies,
      List<PortingFactor> portings) {
    return new ThroughputRule(
        rows, classes, List.of(), efficiencies, portings, List.of(), List.of());
  }

  private static Rate steps(ThroughputRule rule, String type, int devices, boolean consolidated) {
    Rate rate = model(rule).find(gang("llm", WorkUnit.STEPS, devices), null, type, consolidated);
    assertThat(rate).isNotNull();
    return rate == null ? Rate.OF_HOST : rate;
  }

  @Test
  void rowOfAsManyDevices_isTheRateAndMeasured() {
    Rate rate = steps(rows(row("n", 1, null, 3), row("n", 4, null, 10)), "n", 4, true);
    assertThat(rate.perSecond()).isEqualTo(10);
    assertThat(rate.basis()).isEqualTo(Rate.Basis.MEASURED);
    assertThat(rate.source()).isEqualTo("measured by us");
  }

  @Test
  void otherNumbersOfDevices_areInProportionToTheNearestSmallerRow() {
    ThroughputRule rule = rows(row("n", 2, null, 6), row("n", 8, null, 20));
    Rate between = steps(rule, "n", 6, true);
    assertThat(between.perSecond()).isEqualTo(18);
    assertThat(between.basis()).isEqualTo(Rate.Basis.ASSUMED);
    assertThat(steps(rule, "n", 16, true).perSecond()).isEqualTo(40);
    assertThat(steps(rule, "n", 1, true).perSecond()).as("only larger ones").isEqualTo(3);
  }

  @Test
  void spreadGang_hasTheRowOfItsPlacementElseTheOtherAsAssumed() {
    ThroughputRule both = rows(row("n", 4, true, 10), row("n", 4, false, 7));
    assertThat(steps(both, "n", 4, false).perSecond()).isEqualTo(7);
    assertThat(steps(both, "n", 4, true).perSecond()).isEqualTo(10);
    Rate other = steps(rows(row("n", 4, true, 10)), "n", 4, false);
    assertThat(other.perSecond()).isEqualTo(10);
    assertThat(other.basis()).isEqualTo(Rate.Basis.ASSUMED);
    assertThat(steps(rows(row("n", 4, null, 8), row("n", 4, false, 7)), "n", 4, false).perSecond())
        .as("what says more comes before what says less")
        .isEqualTo(7);
  }

  @Test
  void unmeasuredType_isDerivedFromTheOneMeasuredByPeakAndPorting() {
    Rate rate =
        steps(
            rule(List.of(row("n", 1, null, 3)), List.of(CUDA_JOBS), List.of(), List.of()),
            "h",
            1,
            true);
    assertThat(rate.perSecond()).isCloseTo(3 * 400.0 / 300 * 0.7, within(EXACT));
    assertThat(rate.basis()).isEqualTo(Rate.Basis.ASSUMED);
    assertThat(rate.formula()).contains("0.7 porting cuda to cann", "400.0 TFLOP/s dense FP16");
    assertThat(rate.source()).contains("measured by us", "assumed", "catalogue");
  }

  @Test
  void nothingMeasured_isDerivedFromOperationsOfAStep() {
    ThroughputRule rule = rule(List.of(), List.of(CUDA_JOBS), List.of(), List.of());
    assertThat(steps(rule, "n", 4, true).perSecond())
        .isCloseTo(300e12 * 0.4 * 4 / 2e15, within(EXACT));
  }

  @Test
  void nothingKnown_isNoRate() {
    assertThat(model(rows()).find(gang("llm", WorkUnit.STEPS, 1), null, "n", true)).isNull();
    assertThat(model(rows()).find(gang("llm", WorkUnit.GIGAFLOP, 1), null, "unknown", true))
        .isNull();
  }

  @Test
  void operations_goByTheLowerOfPeakAndBandwidth() {
    var bound = new ClassProfile("llm", null, 100.0, Precision.FP8, null, "test");
    ThroughputRule rule = rule(List.of(), List.of(bound), List.of(), List.of());
    Rate rate = model(rule).find(gang("llm", WorkUnit.GIGAFLOP, 2), null, "h", true);
    assertThat(rate).isNotNull();
    if (rate != null) {
      assertThat(rate.perSecond()).isCloseTo(100 * 1000 * 0.4 * 2, within(1e-6));
      assertThat(rate.formula()).contains("min(800.0 TFLOP/s dense FP8 of h, 100.0 FLOP/byte");
    }
  }

  @Test
  void precisionWithoutPeak_takesFp16AndSaysSo() {
    ThroughputRule rule = rule(List.of(), List.of(CUDA_JOBS), List.of(), List.of());
    assertThat(steps(rule, "n", 1, true).formula()).contains("FP16, of BF16 nothing is stated");
  }

  @Test
  void efficiency_isTheOneThatSaysMore() {
    List<EfficiencyFactor> efficiencies =
        List.of(
            new EfficiencyFactor(null, null, null, 0.1, "a"),
            new EfficiencyFactor(null, "huawei", null, 0.2, "b"),
            new EfficiencyFactor("h", null, "llm", 0.3, "c"),
            new EfficiencyFactor("n", null, "other", 0.9, "d"));
    ThroughputRule rule = rule(List.of(), List.of(CUDA_JOBS), efficiencies, List.of());
    assertThat(steps(rule, "h", 1, true).formula()).contains("0.3 efficiency");
    assertThat(steps(rule, "n", 1, true).formula()).contains("0.1 efficiency");
  }

  @Test
  void porting_isWhatTheRequestSaysElseWhatIsAssumed() {
    var own = new PortingFactor("cuda", "cann", 0.95, "our port");
    ThroughputRule rule = rule(List.of(), List.of(CUDA_JOBS), List.of(), List.of(own));
    assertThat(steps(rule, "h", 1, true).source()).contains("our port");
    assertThat(AssumedFactors.porting("cuda", "bang").share()).isEqualTo(0.6);
    assertThat(AssumedFactors.porting("cuda", "dtk").share()).isEqualTo(0.8);
    assertThat(AssumedFactors.porting("cann", "cuda").share()).as("of any other").isEqualTo(0.5);
  }

  @Test
  void seconds_areConvertedByRowsElseByPeaksElseAlike() {
    RateModel.Gang gang = gang("llm", WorkUnit.SECONDS, 1);
    ThroughputRule measured = rows(row("n", 1, null, 10), row("h", 1, null, 5));
    assertThat(perSecond(model(measured).find(gang, "n", "h", true))).isEqualTo(0.5);
    assertThat(perSecond(model(rows(row("n", 1, null, 9))).find(gang, "n", "h", true)))
        .isCloseTo(4.0 / 3, within(EXACT));
    assertThat(perSecond(model(rows()).find(gang, "n", "unknown", true))).isEqualTo(1);
    assertThat(perSecond(model(measured).find(gang, "h", "h", true))).isEqualTo(1);
    ThroughputRule spread = rows(row("h", 4, true, 10), row("h", 4, false, 8));
    assertThat(perSecond(model(spread).find(gang("llm", WorkUnit.SECONDS, 4), null, "h", false)))
        .isEqualTo(0.8);
  }

  private static double perSecond(@Nullable Rate rate) {
    return rate == null ? Double.NaN : rate.perSecond();
  }
}
