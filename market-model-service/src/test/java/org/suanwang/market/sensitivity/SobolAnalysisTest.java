package org.suanwang.market.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.sensitivity.SobolIndices.Estimate;
import org.suanwang.market.sensitivity.SobolIndices.Index;
import org.suanwang.market.uncertainty.GoldenCase;
import org.suanwang.market.uncertainty.Progress;
import org.suanwang.market.uncertainty.Workers;

class SobolAnalysisTest {
  private static final int SEEDS = 200;
  private static final Map<String, Double> FIRST =
      Map.of(
          "iaas_private_2022", 0.022409,
          "growth_2023_2025", 0.020927,
          "utilisation_2025", 0.449870,
          "scheduling_fee_rate", 0.497202);
  private static final Map<String, Double> TOTAL =
      Map.of(
          "iaas_private_2022", 0.023200,
          "growth_2023_2025", 0.021666,
          "utilisation_2025", 0.458666,
          "scheduling_fee_rate", 0.506072);

  private static SobolRequest request(long worlds, long seed, List<RankCorrelation> correlations) {
    return new SobolRequest(
        GoldenCase.MODEL,
        GoldenCase.MODEL.resolve(GoldenCase.SCENARIO),
        List.of(GoldenCase.OUTPUT),
        correlations,
        worlds,
        seed,
        SobolRequest.RESAMPLES);
  }

  private static SobolIndices run(long worlds, long seed) {
    return SobolAnalysis.run(request(worlds, seed, List.of()), Workers.caller(), Progress.NONE)
        .getFirst();
  }

  @Test
  void goldenCase_hasItsClosedFormIndices() {
    SobolIndices fee = run(1 << 16, 1);
    assertThat(Math.sqrt(fee.variance())).isCloseTo(GoldenCase.SD, within(0.1));
    assertThat(fee.indices()).hasSize(4);
    for (Index index : fee.indices()) {
      Estimate first = Objects.requireNonNull(index.first());
      Estimate total = Objects.requireNonNull(index.total());
      assertThat(first.value()).isCloseTo(truth(FIRST, index), within(0.005));
      assertThat(total.value()).isCloseTo(truth(TOTAL, index), within(0.005));
      assertThat(first.low()).isLessThan(first.value());
      assertThat(first.high()).isGreaterThan(first.value());
    }
  }

  @Test
  void ninetyFivePercentIntervals_holdTheIndicesAsOftenAsTheySay() {
    int covered = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (Index index : run(4096, seed).indices()) {
        covered += holds(Objects.requireNonNull(index.first()), truth(FIRST, index)) ? 1 : 0;
        covered += holds(Objects.requireNonNull(index.total()), truth(TOTAL, index)) ? 1 : 0;
      }
    }
    assertThat(covered / (SEEDS * 8.0)).isBetween(0.93, 0.97);
  }

  private static double truth(Map<String, Double> truths, Index index) {
    return Objects.requireNonNull(truths.get(index.key()));
  }

  /** The closed forms are given to six decimals. */
  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth + 5e-7 && truth - 5e-7 <= estimate.high();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void anyNumberOfThreads_givesTheSameBits(int threads) {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      SobolRequest request = request(1 << 13, 3, List.of());
      assertThat(SobolAnalysis.run(request, new Workers(executor, threads), Progress.NONE))
          .isEqualTo(List.of(run(1 << 13, 3)));
    }
  }

  @Test
  void orderOfParameters_changesNoBit() {
    List<String> parameters = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      String form = "distribution: {form: UNIFORM, low: 0, high: 1, rationale: test}";
      parameters.add(ModelText.parameter(name, "0.5", form));
    }
    List<String> variables = List.of(ModelText.variable("y", "a + b * c"));
    PublishedModel one = ModelText.read(ModelText.model(parameters, variables));
    PublishedModel other = ModelText.read(ModelText.model(parameters.reversed(), variables));
    assertThat(indices(one)).isEqualTo(indices(other)).hasSize(3);
  }

  private static List<Index> indices(PublishedModel model) {
    var request = new SobolRequest(model, Assumptions.none(), List.of("y"), null, 1024, 1, 200);
    return SobolAnalysis.run(request, Workers.caller(), Progress.NONE).getFirst().indices();
  }

  @Test
  void outputThatDoesNotVary_hasNoIndices() {
    SobolRequest request =
        new SobolRequest(
            GoldenCase.MODEL,
            GoldenCase.MODEL.resolve("uncertain-chain"),
            List.of("iaas_public_2022", GoldenCase.OUTPUT),
            null,
            1024,
            1,
            SobolRequest.RESAMPLES);
    SobolIndices given = SobolAnalysis.run(request, Workers.caller(), Progress.NONE).getFirst();
    assertThat(given.variance()).isZero();
    assertThat(given.indices()).hasSize(4).allMatch(i -> i.first() == null && i.total() == null);
  }

  @Test
  void correlatedInputs_areRefusedWithARemedy() {
    var correlation =
        new RankCorrelation(
            "utilisation_2025", "scheduling_fee_rate", 0.5, "test", new Origin("test", 1));
    SobolRequest request = request(1024, 1, List.of(correlation));
    assertThatThrownBy(() -> SobolAnalysis.run(request, Workers.caller(), Progress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("correlated inputs")
        .hasMessageContaining("tornado");
  }
}
