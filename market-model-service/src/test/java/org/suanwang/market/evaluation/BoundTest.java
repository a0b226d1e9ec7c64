package org.suanwang.market.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.BoundEffect.Direction;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/** "At least 60 %" is no 60 %: what becomes of bounds in ranges, results and explanations. */
class BoundTest {
  private static final String SHARE = "hub_share_of_new_compute";

  /** p and q are shares, at least 60 % and at most 20 %; n is at least 4, m at most 5, k is 3. */
  private static PublishedModel withFormula(String formula) {
    return ModelText.read(
        ModelText.model(
            List.of(
                share("p", "60", "AT_LEAST"),
                share("q", "20", "AT_MOST"),
                ModelText.parameter("n", "4", "bound: AT_LEAST"),
                ModelText.parameter("m", "5", "bound: AT_MOST"),
                ModelText.parameter("k", "3", "")),
            List.of(ModelText.variable("result", formula))));
  }

  private static String share(String name, String value, String bound) {
    return ModelText.parameter(name, value, "bound: " + bound)
        .replace("unit: \"1\"", "unit: \"%\"");
  }

  private static Evaluation evaluate(PublishedModel model, Mode mode, String output) {
    return Evaluation.evaluate(model, Assumptions.none(), mode, List.of(output));
  }

  private static Figure range(String formula) {
    return evaluate(withFormula(formula), Mode.INTERVAL, "result").require("result");
  }

  @ParameterizedTest
  @CsvSource({
    "p, '[0.6, 1]', 0.600000…1.000000",
    "1 - p, '[0, 0.4]', 0.000000…0.400000",
    "q, '[0, 0.2]', 0.000000…0.200000",
    "n, '[4, no end]', at least 4.000000",
    "m, '[no end, 5]', at most 5.000000",
    "-n, '[no end, -4]', at most -4.000000",
    "n - m, '[-1, no end]', at least -1.000000",
    "n + m, '[no end, no end]', any number",
    "1 / n, '[0, 0.25]', 0.000000…0.250000",
    "1 / (1 - n), '[-0.333333333333…, 0]', -0.333333…0.000000",
    "p * n, '[2.4, no end]', at least 2.400000",
    "-n * n, '[no end, -16]', at most -16.000000",
    "q * n, '[0, no end]', at least 0.000000",
    "(p - p) * 0 * n, '[0, 0]', 0.000000",
    "m ^ 2, '[0, no end]', at least 0.000000",
    "m ^ 3, '[no end, 125]', at most 125.000000",
    "n ^ (1/2), '[2, no end]', at least 2.000000",
    "n ^ (0 - 2), '[0, 0.0625]', 0.000000…0.062500",
    "n ^ 0, '[1, 1]', 1.000000",
    "'min(n, k)', '[3, 3]', 3.000000",
    "'max(m, k)', '[3, 5]', 3.000000…5.000000",
    "'max(n, k)', '[4, no end]', at least 4.000000",
    "'min(m, k)', '[no end, 3]', at most 3.000000",
    "'floor(n + 1/k, 1)', '[4, no end]', at least 4.000000",
  })
  void range_isAllThatTheBoundsAllow(String formula, String range, String printed) {
    Figure figure = range(formula);
    assertThat(figure.reading().text()).isEqualTo(range);
    assertThat(figure.printed()).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"1 / m, divisor may be zero", "m ^ (1/2), root of a negative", "k ^ n, one number"})
  void whatAnOpenEndLeavesWithoutAResult_isRefusedInModeInterval(String formula, String why) {
    assertThatThrownBy(() -> range(formula))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "p * k, AT_LEAST, p",
    "1 - p, AT_MOST, p",
    "(1 - p) / p, AT_MOST, p",
    "k - q, AT_LEAST, q",
    "p - q, AT_LEAST, p q",
    "p + q, UNDECIDED, p q",
    "k / n, AT_MOST, n",
    "n * p * (1 - k), AT_MOST, p n",
    "1 / m, UNDECIDED, m",
    "n ^ 2, AT_LEAST, n",
    "m ^ 2, UNDECIDED, m",
    "(n - k) * (n - k), AT_LEAST, n",
  })
  void direction_isFollowedThroughTheFormula(String formula, Direction direction, String inputs) {
    for (Mode mode : Mode.values()) {
      if (mode != Mode.INTERVAL) {
        var effect = evaluate(withFormula(formula), mode, "result").bound("result").orElseThrow();
        assertThat(effect.direction()).isEqualTo(direction);
        assertThat(effect.inputs()).containsExactlyInAnyOrder(inputs.split(" "));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"k * k", "'min(n, k)'", "p * 0", "n ^ 0"})
  void whatTheBoundedValueDoesNotChange_hasNoBound(String formula) {
    assertThat(evaluate(withFormula(formula), Mode.EXACT, "result").bound("result")).isEmpty();
  }

  @Test
  void statedUncertainty_saysHowFarABoundedValueLies() {
    PublishedModel model =
        ModelText.read(
            ModelText.model(
                List.of(
                    ModelText.parameter(
                        "n",
                        "4",
                        "bound: AT_LEAST\n        interval: {low: 3, high: 9, rationale: \"r\"}")),
                List.of(ModelText.variable("result", "n"))));
    assertThat(evaluate(model, Mode.INTERVAL, "result").require("result").reading().text())
        .isEqualTo("[3, 9]");
    assertThat(evaluate(model, Mode.EXACT, "result").bound("result").orElseThrow().direction())
        .isEqualTo(Direction.AT_LEAST);
  }

  @Test
  void policyShareOfTheReport_isABound() {
    Evaluation exact = evaluate(DongwuModel.MODEL, Mode.EXACT, "hub_new_capacity_2025");
    assertThat(exact.require("hub_new_capacity_2025").printed()).isEqualTo("24");
    assertThat(exact.bound("hub_new_capacity_2025").orElseThrow())
        .isEqualTo(new BoundEffect(Direction.AT_LEAST, List.of(SHARE)));
    assertThat(
            evaluate(DongwuModel.MODEL, Mode.INTERVAL, "hub_new_capacity_2025")
                .require("hub_new_capacity_2025")
                .reading()
                .text())
        .isEqualTo("[24, 40]");
  }

  /** Whatever share keeps the bound, the number as stated is a bound of what comes out. */
  @Test
  void everyShareThatKeepsTheBound_keepsTheDirection() {
    long seed = 11;
    for (int percent : new Random(seed).ints(40, 6000, 10_001).toArray()) {
      var share = new Quantity(Numeral.parse(percent + "/100"), Unit.parse("%"));
      var override = new ValueOverride(SHARE, share, "test", "test");
      var under = Assumptions.none().with(List.of(override), List.of());
      Evaluation evaluation =
          Evaluation.evaluate(
              DongwuModel.MODEL, under, Mode.DOUBLE, List.of("hub_new_capacity_2025"));
      assertThat(evaluation.outputs().getFirst().reading().middle())
          .as("seed %d, %d/100 %%", seed, percent)
          .isBetween(24.0, 40.0);
      assertThat(evaluation.bound("hub_new_capacity_2025")).isEmpty();
    }
  }

  @Test
  void explanation_saysOnWhichSide() {
    var evaluation = evaluate(withFormula("k / n"), Mode.EXACT, "result");
    Explanation explanation = Explainer.explain(evaluation).getFirst();
    assertThat(explanation.bound()).isEqualTo(new BoundEffect(Direction.AT_MOST, List.of("n")));
    assertThat(explanation.inputs().getLast().remarks())
        .containsExactly("the source says at least");
  }
}
