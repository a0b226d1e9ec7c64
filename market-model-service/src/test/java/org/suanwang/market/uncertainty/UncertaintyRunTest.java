package org.suanwang.market.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.OutputDistribution.Convergence;

/** What a run tells and when it ends, beyond the golden case. */
class UncertaintyRunTest {
  private static final String AROUND_ZERO =
      "distribution: {form: UNIFORM, low: \"-1\", high: \"1\", rationale: test}";
  private static final String WHOLE =
      "distribution: {form: SAMPLE, values: [\"0\", \"1\", \"2\", \"3\"], rationale: test}";

  private static UncertaintyRequest request(
      PublishedModel model, SamplingMethod method, long worlds, String... outputs) {
    return new UncertaintyRequest(
        model,
        Assumptions.none(),
        List.of(outputs),
        List.of(),
        false,
        method,
        worlds,
        11,
        List.of(0.5));
  }

  private static UncertaintyResult run(UncertaintyRequest request) {
    return UncertaintyAnalysis.run(request, Workers.caller(), Progress.NONE);
  }

  private static PublishedModel model(String value, String more, String... formulas) {
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < formulas.length; i++) {
      variables.add(ModelText.variable("y" + i, formulas[i]));
    }
    return ModelText.read(
        ModelText.model(List.of(ModelText.parameter("x", value, more)), variables));
  }

  @Test
  void worldsWithoutResult_areCountedAndExplained_notAveragedIn() {
    PublishedModel model = model("1", WHOLE, "1 / x", "1 / y0");
    UncertaintyResult result =
        run(request(model, SamplingMethod.MONTE_CARLO, 40_000, "y0", "y1", "x"));
    OutputDistribution inverse = result.outputs().get(0);
    assertThat(inverse.failed() / 40_000.0).isCloseTo(0.25, within(0.01));
    assertThat(inverse.count() + inverse.failed()).isEqualTo(40_000);
    assertThat(inverse.mean().value()).isCloseTo((1 + 0.5 + 1.0 / 3) / 3, within(0.01));
    assertThat(inverse.max()).isEqualTo(1);
    assertThat(inverse.failures()).hasSize(5);
    assertThat(inverse.failures().getFirst().inputs().getFirst().value()).isZero();
    assertThat(inverse.failures().getFirst().reason().field()).isEqualTo("y0");
    assertThat(inverse.failures().getFirst().reason().rule()).contains("division by zero");
    // 1 / (1 / 0) would be 0 in floating point; the world has no result all the same.
    assertThat(result.outputs().get(1).failed()).isEqualTo(inverse.failed());
    assertThat(result.outputs().get(1).failures().getFirst().reason().field()).isEqualTo("y0");
    assertThat(result.outputs().get(2).failed()).isZero();
  }

  @Test
  void overflow_isNoResult() {
    PublishedModel model = model("1", WHOLE, "max(1, (1 + x) ^ x ^ 8)", "0 * y0");
    UncertaintyResult result = run(request(model, SamplingMethod.MONTE_CARLO, 4000, "y0", "y1"));
    assertThat(result.outputs().get(0).failed()).isBetween(900L, 1100L);
    assertThat(result.outputs().get(1).failed()).isEqualTo(result.outputs().get(0).failed());
    assertThat(result.outputs().get(0).failures().getFirst().reason().rule())
        .contains("beyond what a double holds");
  }

  @Test
  void oneDrawAWorld_isSeenByAllOutputs() {
    PublishedModel model = model("0.5", AROUND_ZERO, "x", "-x", "y0 + y1");
    OutputDistribution sum =
        run(request(model, SamplingMethod.MONTE_CARLO, 5000, "y2")).outputs().getFirst();
    assertThat(sum.sd()).isZero();
    assertThat(sum.mean().value()).isZero();
    assertThat(sum.quantiles().getFirst().value()).isZero();
  }

  @Test
  void orderOfParameters_changesNoBit() {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      parameters.add(ModelText.parameter("p" + i, "0.5", AROUND_ZERO));
    }
    String formula = "p0 + p1 * p2 - p3 ^ 2 * p4 + max(p5, p0)";
    List<String> variables = List.of(ModelText.variable("y", formula));
    PublishedModel one = ModelText.read(ModelText.model(parameters, variables));
    Collections.reverse(parameters);
    PublishedModel other = ModelText.read(ModelText.model(parameters, variables));
    for (SamplingMethod method : SamplingMethod.values()) {
      assertThat(run(request(one, method, 4096, "y")).outputs())
          .isEqualTo(run(request(other, method, 4096, "y")).outputs());
    }
  }

  @Test
  void moreWorldsThanAreKept_haveQuantilesWithinTheStatedError() {
    PublishedModel model = model("0.5", AROUND_ZERO, "1 + 1 + 1 + x");
    long worlds = UncertaintyAnalysis.VALUES_KEPT_MAX + 1;
    OutputDistribution y =
        run(request(model, SamplingMethod.MONTE_CARLO, worlds, "y0")).outputs().getFirst();
    assertThat(y.quantileError()).isEqualTo(1.0 / 2048);
    assertThat(y.count()).isEqualTo(worlds);
    assertThat(y.quantiles().getFirst().value()).isCloseTo(3, within(3.0 / 2048));
    assertThat(y.cdf()).hasSize(101);
    assertThat(y.cdf().get(25).value()).isCloseTo(2.5, within(3.0 / 2048));
  }

  @Test
  void histogram_holdsEveryWorldOnce() {
    PublishedModel model = model("0.5", AROUND_ZERO, "x");
    var histogram =
        run(request(model, SamplingMethod.QUASI_MONTE_CARLO, 1 << 14, "y0"))
            .outputs()
            .getFirst()
            .histogram();
    long inside = histogram.counts().stream().mapToLong(Long::longValue).sum();
    assertThat(inside + histogram.below() + histogram.above()).isEqualTo(1 << 14);
    assertThat(histogram.counts()).allSatisfy(c -> assertThat(c).isBetween(310L, 340L));
  }

  @Test
  void convergence_doublesTheWorlds() {
    List<Convergence> steps = GoldenCase.run(SamplingMethod.MONTE_CARLO, 1 << 16, 3).convergence();
    assertThat(steps.stream().map(Convergence::worlds))
        .containsExactlyElementsOf(IntStream.rangeClosed(11, 16).mapToObj(i -> 1L << i).toList());
    assertThat(steps.getLast().standardError()).isLessThan(steps.getFirst().standardError() / 4);
  }

  @Test
  void cancelledRun_endsAtOnce() {
    var heard = new AtomicLong();
    Progress three = worlds -> heard.addAndGet(worlds) < 3 * 512;
    assertThatThrownBy(
            () ->
                UncertaintyAnalysis.run(
                    GoldenCase.request(SamplingMethod.MONTE_CARLO, 1L << 27, 1),
                    Workers.caller(),
                    three))
        .isInstanceOf(CancellationException.class);
    assertThat(heard.get()).isEqualTo(3 * 512);
  }

  @Test
  void unsoundNumbers_areAllTold() {
    UncertaintyRequest request =
        new UncertaintyRequest(
            GoldenCase.MODEL,
            Assumptions.none(),
            List.of(GoldenCase.OUTPUT),
            List.of(),
            false,
            SamplingMethod.QUASI_MONTE_CARLO,
            5000,
            1,
            List.of(5.0));
    assertThatThrownBy(() -> run(request))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.violations()).hasSize(2))
        .hasMessageContaining("use 4096 or 8192")
        .hasMessageContaining("write 5 % as 0.05");
    assertThatThrownBy(() -> run(GoldenCase.request(SamplingMethod.MONTE_CARLO, Long.MAX_VALUE, 1)))
        .hasMessageContaining("must be from 1 to 268435456");
  }

  @Test
  void correlationsOfTheModel_areInForceUnlessTheRequestSaysOtherwise() {
    PublishedModel model = correlated("0.8");
    UncertaintyRequest own =
        new UncertaintyRequest(
            model,
            Assumptions.none(),
            List.of("y"),
            null,
            false,
            SamplingMethod.MONTE_CARLO,
            40_000,
            1,
            List.of());
    UncertaintyResult result = run(own);
    // Two uniforms from -1 to 1 have the variance 1/3 each, and the correlation of their ranks.
    assertThat(result.outputs().getFirst().sd() * result.outputs().getFirst().sd())
        .isCloseTo(2.0 / 3 * (1 + 0.8), within(0.02));
    assertThat(result.correlations()).hasSize(1);
    OutputDistribution independent =
        run(request(model, SamplingMethod.MONTE_CARLO, 40_000, "y")).outputs().getFirst();
    assertThat(independent.sd() * independent.sd()).isCloseTo(2.0 / 3, within(0.02));
  }

  private static PublishedModel correlated(String coefficient) {
    return ModelText.read(
        ModelText.model(
                List.of(
                    ModelText.parameter("p", "0.5", AROUND_ZERO),
                    ModelText.parameter("q", "0.5", AROUND_ZERO)),
                List.of(ModelText.variable("y", "p + q")))
            + "correlations:\n  - {first: p, second: q, coefficient: "
            + coefficient
            + ", rationale: test}\n");
  }

  @Test
  void impossibleCorrelationOfTheModel_isRefusedWhenItIsRead() {
    assertThatThrownBy(() -> correlated("1.5"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1.5: a rank correlation lies between -1 and 1");
  }

  @Test
  void outputsOfAllMagnitudes_areRefused_oneIsNot() {
    String wide = "(1 + 1) ^ (((1 + 1) ^ 10 - 1) * x)";
    PublishedModel three = model("0", AROUND_ZERO, wide, "-y0", "y0 / (1 + 1)");
    assertThatThrownBy(
            () -> run(request(three, SamplingMethod.MONTE_CARLO, 60_000, "y0", "y1", "y2")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ask for fewer outputs");
    assertThat(run(request(three, SamplingMethod.MONTE_CARLO, 60_000, "y0")).outputs()).hasSize(1);
  }

  @Test
  void moreStepsThanOneRequestMayAskFor_areRefused() {
    List<String> formulas = new ArrayList<>(List.of("x + 1"));
    for (int i = 1; i < 80; i++) {
      formulas.add("x + y" + (i - 1) + " ^ 2");
    }
    PublishedModel model = model("0", AROUND_ZERO, formulas.toArray(String[]::new));
    assertThatThrownBy(() -> run(request(model, SamplingMethod.MONTE_CARLO, 1L << 28, "y79")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("steps in all");
  }

  @ParameterizedTest
  @EnumSource
  void nothingUncertain_givesTheValueItself(SamplingMethod method) {
    PublishedModel model = model("2", "", "x");
    UncertaintyResult result = run(request(model, method, 1024, "y0"));
    assertThat(result.inputs()).isEmpty();
    assertThat(result.outputs().getFirst().mean().value()).isEqualTo(2);
    assertThat(result.outputs().getFirst().sd()).isZero();
  }
}
