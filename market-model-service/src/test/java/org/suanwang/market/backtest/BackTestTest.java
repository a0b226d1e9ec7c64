package org.suanwang.market.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.Progress;
import org.suanwang.market.uncertainty.Workers;

class BackTestTest {
  private static final String EVEN =
      "distribution: {form: UNIFORM, low: \"0\", high: \"1\", rationale: test}";

  /** The scores of a uniform forecast on 0 … 1 are known: y² - y + 1/3 within. */
  private static PublishedModel uniform(String more) {
    return ModelText.read(
        ModelText.model(
                List.of(ModelText.parameter("x", "0.4", EVEN)),
                List.of(ModelText.variable("y", "x")))
            + "backTests:\n"
            + realised("inside", "y", "0.75", "2026-06-01", "2027-01-01")
            + more);
  }

  private static String realised(
      String name, String variable, String value, String forecast, String told) {
    return """
          - name: %s
            variable: %s
            forecastDate: %s
            realised:
              value: "%s"
              unit: "1"
              source: {title: "a test", locator: "here", date: %s, tier: PRIMARY}
        """
        .formatted(name, variable, forecast, value, told);
  }

  private static List<BackTestResult> run(PublishedModel model, String... names) {
    return BackTest.run(
        new BackTestRequest(model, List.of(names), BackTestRequest.WORLDS, 1),
        Workers.caller(),
        Progress.NONE);
  }

  @Test
  void uniformForecast_hasTheScoresOfTheClosedForm() {
    BackTestResult result =
        run(uniform(realised("beyond", "y", "3", "2026-06-01", "2027-01-01")), "inside").getFirst();
    assertThat(result.crps()).isEqualTo(0.75 * 0.75 - 0.75 + 1.0 / 3, within(1e-4));
    assertThat(result.pit()).isEqualTo(0.75, within(1e-3));
    assertThat(result.low()).isEqualTo(0.05, within(1e-3));
    assertThat(result.high()).isEqualTo(0.95, within(1e-3));
    assertThat(result.inside()).isTrue();
    assertThat(result.forecast()).isEqualTo(0.4);
    assertThat(result.absoluteError()).isEqualTo(0.35, within(1e-12));
    assertThat(result.count()).isEqualTo(BackTestRequest.WORLDS);
  }

  @Test
  void whatWasHeldImpossible_liesOutside() {
    BackTestResult result =
        run(uniform(realised("beyond", "y", "3", "2026-06-01", "2027-01-01")), "beyond").getFirst();
    assertThat(result.pit()).isEqualTo(1);
    assertThat(result.inside()).isFalse();
    assertThat(result.crps()).isEqualTo(2.5 - 1.0 / 6, within(1e-4));
  }

  @Test
  void anyWorkers_giveTheSameBits() {
    PublishedModel model = ShippedModels.require("compute-outlook-2024");
    try (var executor = Executors.newFixedThreadPool(3)) {
      var request = new BackTestRequest(model, List.of(), 1L << 12, 9);
      assertThat(BackTest.run(request, new Workers(executor, 4), Progress.NONE))
          .isEqualTo(BackTest.run(request, Workers.caller(), Progress.NONE));
    }
  }

  @Test
  void certainForecast_isScoredByItsAbsoluteError() {
    List<BackTestResult> results = run(ShippedModels.require("dongwu-2024"));
    assertThat(results)
        .extracting(r -> r.realisation().name())
        .containsExactly("compute-2024", "intelligent-compute-2025-06", "racks-2025-06");
    assertThat(results).allMatch(r -> r.crps() == r.absoluteError() && r.count() == 1);
    assertThat(results.getLast().crps()).isEqualTo(565);
    assertThat(results).allMatch(r -> r.chosenLater().isEmpty());
  }

  @Test
  void laterSource_isRefused_andALaterChoiceTold() {
    assertThat(violations(realised("early", "y", "0.5", "2025-06-01", "2026-06-01")))
        .hasSize(1)
        .allMatch(v -> v.rule().contains("x of 2026-01-01, which is after the forecast"));
    assertThat(violations(realised("same-day", "y", "0.5", "2026-06-01", "2026-06-01")))
        .hasSize(1)
        .allMatch(v -> v.rule().contains("not after the forecast"));
    assertThat(run(ShippedModels.require("compute-outlook-2024"), "racks-2024").getFirst())
        .matches(r -> r.chosenLater().equals(List.of("racks_growth")));
  }

  @Test
  void whatDoesNotFitTheModel_isRefused() {
    String other = realised("other", "y", "0.5", "2026-06-01", "2027-01-01");
    assertThat(violations(other.replace("variable: y", "variable: yy")))
        .hasSize(1)
        .allMatch(v -> v.remedy().equals("did you mean \"y\"?"));
    assertThat(violations(other.replace("unit: \"1\"", "unit: \"CNY\"")))
        .hasSize(1)
        .allMatch(v -> v.rule().contains("unit-mismatch"));
    assertThat(violations(other.replace("variable: y", "variable: y\n    scenario: calm")))
        .hasSize(1)
        .allMatch(v -> v.rule().contains("\"calm\" is not defined"));
    assertThat(violations(other.replace("name: other", "name: inside")))
        .hasSize(1)
        .allMatch(v -> v.rule().contains("duplicate-name"));
    assertThat(violations(other.replace("name: other", "name: Other")))
        .hasSize(1)
        .allMatch(v -> v.rule().contains("malformed-name"));
  }

  private static List<Violation> violations(String more) {
    return catchThrowableOfType(InvalidInputException.class, () -> uniform(more)).violations();
  }

  @Test
  void wrongRequest_isRefusedWithTheNearestName() {
    PublishedModel model = uniform("");
    assertThatThrownBy(() -> run(model, "insido"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations().getFirst().remedy()).contains("\"inside\""));
    assertThatThrownBy(
            () ->
                BackTest.run(
                    new BackTestRequest(model, List.of(), 1000, 1),
                    Workers.caller(),
                    Progress.NONE))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> run(ShippedModels.require("cooling-energy")))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations().getFirst().rule()).isEqualTo("must have back-tests"));
  }
}
