package org.suanwang.market.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.model.Finding;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

class EvaluationTest {
  private static Assumptions with(String name, String value, String unit) {
    var quantity = new Quantity(Numeral.parse(value), Unit.parse(unit));
    return Assumptions.none()
        .with(List.of(new ValueOverride(name, quantity, "test", "test")), List.of());
  }

  private static Figure evaluate(Assumptions assumptions, Mode mode, String name) {
    return Evaluation.evaluate(DongwuModel.MODEL, assumptions, mode, List.of(name)).require(name);
  }

  @ParameterizedTest
  @CsvSource({"1/2, 4, 2", "1/3, 27/8, 1.5", "-1/2, 4, 0.5", "2/3, 8, 4", "0.5, 0, 0"})
  void wholeRoots_areExact(String exponent, String base, String root) {
    var arithmetic = new ExactArithmetic(new Effort());
    var power =
        arithmetic.power(
            arithmetic.of(Numeral.parse(base)), arithmetic.of(Numeral.parse(exponent)));
    assertThat(Numeral.write(power.value())).isEqualTo(root);
    assertThat(power.approximate()).isFalse();
  }

  @Test
  void otherRoots_haveFortyDigits_andSaySo() {
    var arithmetic = new ExactArithmetic(new Effort());
    var root =
        arithmetic.power(arithmetic.of(BigFraction.of(2)), arithmetic.of(BigFraction.of(1, 2)));
    assertThat(Numeral.writeShort(root.value(), 39))
        .startsWith("1.4142135623730950488016887242096980785");
    assertThat(root.approximate()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10, 1000000", "2, 1001", "1.0001, 1000", "10, 999999999999", "2, 0.000001"})
  void powerThatWouldTakeForEver_isRefused(String base, String exponent) {
    var arithmetic = new ExactArithmetic(new Effort());
    assertThatThrownBy(
            () ->
                arithmetic.power(
                    arithmetic.of(Numeral.parse(base)), arithmetic.of(Numeral.parse(exponent))))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void overriddenVariable_isTakenInsteadOfItsFormula() {
    Figure fee =
        evaluate(with("idle_compute_2025", "1e12", "CNY"), Mode.EXACT, "scheduling_fee_2025");
    assertThat(fee.printed()).isEqualTo("800");
  }

  @Test
  void divisionByZeroElsewhere_doesNotTouchOtherOutputs() {
    Assumptions zero = with("utilisation_2025", "0", "1");
    assertThat(evaluate(zero, Mode.EXACT, "iaas_2025").printed()).isEqualTo("4778");
    for (Mode mode : Mode.values()) {
      assertThatThrownBy(() -> evaluate(zero, mode, "idle_compute_2025"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("division by zero");
    }
  }

  @Test
  void everythingWithoutAResult_isTold_andWhatFollowsFromItIsNot() {
    PublishedModel model =
        ModelText.read(
            ModelText.model(
                List.of(ModelText.parameter("zero", "0", "")),
                List.of(
                    ModelText.variable("first", "1 / zero"),
                    ModelText.variable("after_first", "first + 1"),
                    ModelText.variable("well", "zero + 1"),
                    ModelText.variable("second", "(zero - 1) ^ (1 / (well + 1))"))));
    for (Mode mode : Mode.values()) {
      assertThatThrownBy(() -> Evaluation.evaluate(model, Assumptions.none(), mode, List.of()))
          .isInstanceOfSatisfying(
              InvalidInputException.class,
              e ->
                  assertThat(e.violations())
                      .extracting(Violation::field)
                      .containsExactlyInAnyOrder("first", "second"));
    }
    assertThat(ModelFindings.find(model))
        .filteredOn(finding -> finding.rule().equals("no-result"))
        .extracting(Finding::subject)
        .containsExactlyInAnyOrder("first", "second");
  }

  /** Whatever the utilisation, the range holds it, and more of it never makes more idle. */
  @Test
  void randomUtilisation_liesInTheRange_andIdleFalls() {
    long seed = 7;
    var random = new Random(seed);
    var range =
        (Reading.Range) evaluate(Assumptions.none(), Mode.INTERVAL, "idle_compute_2025").reading();
    BigFraction before = null;
    for (int percent : random.ints(50, 3000, 4001).sorted().toArray()) {
      var value = percent + "/100";
      Figure idle = evaluate(with("utilisation_2025", value, "%"), Mode.EXACT, "idle_compute_2025");
      BigFraction exact = ((Reading.Exact) idle.reading()).value();
      assertThat(exact).as("seed %d, %s %%", seed, value).isBetween(range.low(), range.high());
      if (before != null) {
        assertThat(exact).isLessThanOrEqualTo(before);
      }
      before = exact;
    }
  }

  @Test
  void twoEvaluations_areEqual() {
    for (Mode mode : Mode.values()) {
      var one = Evaluation.evaluate(DongwuModel.MODEL, Assumptions.none(), mode, List.of());
      var two = Evaluation.evaluate(DongwuModel.MODEL, Assumptions.none(), mode, List.of());
      assertThat(one.outputs()).isEqualTo(two.outputs());
    }
  }

  @Test
  void explanationOfADeepGraph_staysSmall() {
    var evaluation =
        Evaluation.evaluate(
            DongwuModel.MODEL, Assumptions.none(), Mode.EXACT, List.of("bottom_up_fee"));
    assertThat(size(Explainer.explain(evaluation).getFirst())).isLessThan(20);
  }

  private static int size(Explanation explanation) {
    return 1 + explanation.inputs().stream().mapToInt(EvaluationTest::size).sum();
  }
}
