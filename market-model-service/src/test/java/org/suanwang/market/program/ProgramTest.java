package org.suanwang.market.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.model.Model;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

class ProgramTest {
  private static final int WORLDS = 40;

  static Stream<Arguments> variables() {
    return ShippedModels.all().stream()
        .flatMap(
            model ->
                model.model().variables().stream()
                    .map(v -> Arguments.of(model.version().id(), v.name())));
  }

  /** Every given value varies by up to a fifth, in every scenario; the bits must be the same. */
  @ParameterizedTest
  @MethodSource("variables")
  void everyShippedVariable_isWhatTheDoubleEvaluationSays(String id, String variable) {
    PublishedModel model = ShippedModels.require(id);
    List<String> keys = model.model().givens().stream().map(Model.Given::key).sorted().toList();
    boolean report = id.equals(DongwuModel.ID);
    for (String scenario :
        report ? List.of("base", "exact-chain", "uncertain-chain") : List.of("base")) {
      Assumptions assumptions = model.resolve(scenario);
      Program program = Program.compile(model.model(), assumptions, keys, List.of(variable));
      compare(model, assumptions, program, variable, 0.2);
    }
  }

  private static void compare(
      PublishedModel published,
      Assumptions assumptions,
      Program program,
      String output,
      double spread) {
    var random = new SplittableRandom(output.hashCode());
    Program.Frame frame = program.frame();
    List<List<ValueOverride>> worlds = new ArrayList<>();
    for (int w = 0; w < WORLDS; w++) {
      List<ValueOverride> overrides = new ArrayList<>();
      for (int i = 0; i < program.inputs().size(); i++) {
        String key = program.inputs().get(i);
        Model.Given given = published.model().findGiven(key).orElseThrow();
        double base = given.value().value().doubleValue();
        frame.input(i)[w] = base * (1 + spread * (random.nextDouble() - 0.5));
        overrides.add(override(key, frame.input(i)[w], given));
      }
      worlds.add(overrides);
    }
    frame.run(WORLDS);
    for (int w = 0; w < WORLDS; w++) {
      double expected = evaluate(published, assumptions, worlds.get(w), output);
      double actual = frame.output(0)[w];
      // Any infinity or NaN stands for "no result"; adding 0 makes one of the two zeros.
      double found = Double.isFinite(actual) ? actual + 0.0 : Double.NaN;
      assertThat(Double.compare(found, expected + 0.0))
          .as("%s = %s, not %s", worlds.get(w), found, expected)
          .isZero();
    }
  }

  private static ValueOverride override(String key, double value, Model.Given given) {
    var quantity = new Quantity(BigFraction.from(value), given.parameter().unit());
    return new ValueOverride(key, quantity, "test", "test");
  }

  private static double evaluate(
      PublishedModel published,
      Assumptions assumptions,
      List<ValueOverride> overrides,
      String output) {
    try {
      return Evaluation.evaluate(
              published, assumptions.with(overrides, List.of()), Mode.DOUBLE, List.of(output))
          .outputs()
          .getFirst()
          .reading()
          .middle();
    } catch (InvalidInputException e) {
      return Double.NaN;
    }
  }

  /** Operations, functions and ways to have no result, each on values around zero. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a + b",
        "a - b",
        "a * b * a",
        "a / b",
        "1 / (a / b)",
        "-a + 1",
        "1 - a",
        "1 / a",
        "a ^ 2",
        "a ^ 0.5",
        "(a / b) ^ 0",
        "a ^ b",
        "min(a, b, c)",
        "max(a, 1 / b)",
        "min(a / b, 0)",
        "round(a, 0.5)",
        "floor(a, 0.25)",
        "ceiling(a, 0.1)",
        "round(a, b)",
        "floor(1 / a, 1)",
        "a / (b - b)",
        "1 / (1 / (a - a))",
        "0 * (a / (b - b))",
        "c * c * c * c * c * c * a",
        "1 / (c * c * c * c * c * c)"
      })
  void everyOperation_isWhatTheDoubleEvaluationSays(String formula) {
    PublishedModel model = ModelText.withFormula(formula);
    List<String> keys = List.of("a", "b", "c");
    Program program = Program.compile(model.model(), Assumptions.none(), keys, List.of("result"));
    compare(model, Assumptions.none(), program, "result", 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HALF_UP", "HALF_DOWN", "HALF_EVEN", "UP", "DOWN", "CEILING", "FLOOR"})
  void printedValue_isRoundedAsInDecimals(String mode) {
    for (int decimals : List.of(-2, 0, 1, 3, 12, 25)) {
      var policy =
          new RoundingPolicy(decimals, RoundingMode.valueOf(mode), RoundingPolicy.Flow.PRINTED);
      var random = new SplittableRandom(decimals);
      double[] values = new double[2000];
      for (int i = 0; i < values.length; i++) {
        double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
        // Every other one sits on a tie or on a printed value.
        values[i] = i % 2 == 0 ? value : Math.rint(value * 20) / 20;
      }
      double[] rounded = new double[values.length];
      new Printing(policy).round(values, rounded, values.length);
      for (int i = 0; i < values.length; i++) {
        double expected =
            BigDecimal.valueOf(values[i]).setScale(decimals, policy.mode()).doubleValue();
        assertThat(rounded[i]).as("%s to %d", values[i], decimals).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatTheOutputDoesNotNeed_isLeftOut() {
    Program program =
        Program.compile(
            DongwuModel.MODEL.model(),
            Assumptions.none(),
            List.of("iaas_private_2022", "training_time", "scheduling_fee_rate"),
            List.of("iaas_2022"));
    assertThat(program.inputs()).containsExactly("iaas_private_2022");
  }
}
