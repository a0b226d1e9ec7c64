package org.suanwang.market.goalseek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.GoldenCase;

class GoalSeekTest {
  private static GoalSeekRequest request(
      String scenario,
      String parameter,
      String output,
      double target,
      @Nullable Double from,
      @Nullable Double to) {
    return new GoalSeekRequest(
        GoldenCase.MODEL, GoldenCase.MODEL.resolve(scenario), parameter, output, target, from, to);
  }

  /** 3413 · 1.4 · (1 - u) / u · 0.08 = 1000 at u = 382.256 / 1382.256. */
  @Test
  void monotoneOutput_hasOneSolution() {
    GoalSeekResult result =
        GoalSeek.run(
            request("uncertain-chain", "utilisation_2025", GoldenCase.OUTPUT, 1000, 1.0, 99.0));
    assertThat(result.monotone()).isTrue();
    assertThat(result.solutions()).hasSize(1);
    assertThat(result.solutions().getFirst().value())
        .isCloseTo(100 * 382.256 / 1382.256, within(1e-10));
    assertThat(result.solutions().getFirst().output()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void withoutInterval_theParametersOwnIsSearched() {
    GoalSeekResult result =
        GoalSeek.run(
            request("uncertain-chain", "scheduling_fee_rate", GoldenCase.OUTPUT, 600, null, null));
    assertThat(result.low()).isEqualTo(5);
    assertThat(result.high()).isEqualTo(10);
    assertThat(result.solutions().getFirst().output()).isCloseTo(600, within(1e-9));
  }

  @Test
  void unreachableTarget_isToldWithWhatIsReached() {
    GoalSeekResult result =
        GoalSeek.run(
            request("uncertain-chain", "scheduling_fee_rate", GoldenCase.OUTPUT, 1e6, null, null));
    assertThat(result.solutions()).isEmpty();
    assertThat(result.highest().value()).isEqualTo(10);
    assertThat(result.highest().output()).isCloseTo(887.38, within(0.005));
    assertThat(result.nearest()).isEqualTo(result.highest());
    assertThat(result.text())
        .contains("no value from 5.0 to 10.0 % reaches the target")
        .contains("at 10.0, with 887.3");
  }

  /** 3413 · 1.4 · (1 - u) / u · 0.08 = -100 at u = 1.3541…, and = 4 at u = 0.9896…. */
  @Test
  void shareBeyondTheWhole_isNotOffered() {
    GoalSeekResult result =
        GoalSeek.run(
            request("uncertain-chain", "utilisation_2025", GoldenCase.OUTPUT, -100, 10.0, 200.0));
    assertThat(result.solutions()).isEmpty();
    assertThat(result.high()).isEqualTo(100);
    assertThat(result.nearest()).isEqualTo(new GoalSeekResult.Place(100, 0));
    assertThat(result.text())
        .isEqualTo(
            "no value from 10.0 to 100.0 % reaches the target; the output is nearest to it at"
                + " 100.0, with 0.0");
    GoalSeekResult within =
        GoalSeek.run(
            request("uncertain-chain", "utilisation_2025", GoldenCase.OUTPUT, 4, 10.0, 200.0));
    assertThat(within.solutions().getFirst().value())
        .isCloseTo(100 * 382.256 / 386.256, within(1e-9));
    assertThat(within.text()).endsWith("what is known of the parameter reaches only from 30 … 40");
  }

  @Test
  void shareOfWhichNothingIsKnown_isSoughtInTheWhole() {
    GoalSeekResult result =
        GoalSeek.run(
            request("neutral", "utilisation_2022", "utilisation_gain_2022_2025", 2, null, null));
    assertThat(result.low()).isZero();
    assertThat(result.high()).isEqualTo(100);
  }

  /** Idle compute is rounded to whole numbers, of which the fee is 8 %. */
  @Test
  void roundedOutput_leapsOverTheTarget() {
    GoalSeekResult result =
        GoalSeek.run(
            request("neutral", "utilisation_2025", "idle_compute_2025", 8873.5, 34.0, 36.0));
    assertThat(result.solutions()).hasSize(1);
    GoalSeekResult fee =
        GoalSeek.run(request("neutral", "utilisation_2025", GoldenCase.OUTPUT, 709.88, 34.9, 35.1));
    assertThat(fee.solutions()).isEmpty();
    assertThat(fee.jumps()).hasSize(1);
  }

  @Test
  void divisionByZeroInTheInterval_isTold() {
    GoalSeekResult result =
        GoalSeek.run(
            request("uncertain-chain", "utilisation_2025", GoldenCase.OUTPUT, 1000, 0.0, 100.0));
    assertThat(result.withoutResult()).isEqualTo(1);
    assertThat(result.reason()).isNotNull();
    assertThat(String.valueOf(result.reason())).contains("division by zero");
    assertThat(result.solutions()).hasSize(1);
  }

  /** 1 / floor(a) is -1 below 0, 1 at 1 and nowhere 5; between 0 and 1 it has no result. */
  @Test
  void poleBesideTheTarget_isNoSolution() {
    PublishedModel model = ModelText.withFormula("1 / floor(a, 1)");
    GoalSeekResult result =
        GoalSeek.run(new GoalSeekRequest(model, model.resolve(null), "a", "result", 5, -1.0, 1.0));
    assertThat(result.solutions()).isEmpty();
    assertThat(result.jumps()).isEmpty();
    assertThat(result.nearest()).isEqualTo(new GoalSeekResult.Place(1, 1));
    assertThat(result.withoutResult()).isPositive();
  }

  /** 1 / a is 1000 beside its pole, between the first two places that are looked at. */
  @Test
  void solutionBesideAPole_isFound() {
    PublishedModel model = ModelText.withFormula("1 / a");
    GoalSeekResult result =
        GoalSeek.run(
            new GoalSeekRequest(model, model.resolve(null), "a", "result", 1000, 0.0, 1.0));
    assertThat(result.withoutResult()).isEqualTo(1);
    assertThat(result.solutions())
        .singleElement()
        .satisfies(s -> assertThat(s.value()).isCloseTo(0.001, within(1e-12)));
  }

  @Test
  void whatCannotBeSought_isRefused() {
    assertRefused(
        request("neutral", "utilisation_2022", GoldenCase.OUTPUT, 1, 1.0, 2.0), "does not depend");
    assertRefused(
        request("neutral", "utilization", GoldenCase.OUTPUT, 1, 1.0, 2.0), "no parameter");
    assertRefused(
        request("neutral", "iaas_public_2022", GoldenCase.OUTPUT, 1, null, null), "must be given");
    assertRefused(
        request("neutral", "utilisation_2025", GoldenCase.OUTPUT, 1, 2.0, 1.0), "below \"to\"");
    assertRefused(
        request("neutral", "utilisation_2025", GoldenCase.OUTPUT, Double.NaN, 1.0, 2.0),
        "a number");
  }

  @Test
  void intervalOutsideTheWhole_isRefused() {
    assertRefused(
        request("neutral", "utilisation_2025", GoldenCase.OUTPUT, 1, 110.0, 120.0),
        "from = 110.0 … 120.0: utilisation_2025 is a share");
    assertRefused(
        request("neutral", "utilisation_2025", GoldenCase.OUTPUT, 1, -9.0, 0.0),
        "to = -9.0 … 0.0: utilisation_2025 is a share");
  }

  private static void assertRefused(GoalSeekRequest request, String rule) {
    assertThatThrownBy(() -> GoalSeek.run(request))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(rule);
  }
}
