package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.parameter.Distribution;
import org.suanwang.market.parameter.Uncertainty;

class UncertaintyReaderTest {
  private static Uncertainty read(String value, String more) {
    String text =
        ModelText.model(
            List.of(ModelText.parameter("x", value, more)), List.of(ModelText.variable("y", "x")));
    return ModelText.read(text).model().findGiven("x").orElseThrow().value().uncertainty();
  }

  private static String distribution(String fields) {
    return "distribution: {" + fields + ", rationale: because}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form: UNIFORM, low: 1, high: 3",
        "form: TRIANGULAR, low: 1, mode: 2, high: 3",
        "form: NORMAL, mean: 2, sd: 1",
        "form: NORMAL, mean: 2, sd: 1, truncation: {low: 0}",
        "form: LOGNORMAL, median: 2, geometricSd: 1.5",
        "form: PERT, low: 1, mode: 2, high: 3",
        "form: BETA, low: 1, high: 3, alpha: 2, beta: 3",
        "form: SAMPLE, values: [1, 2, 5/2]",
        "form: QUANTILES, points: [{probability: 0, value: 1}, {probability: 1, value: 3}]"
      })
  void everyForm_isRead(String fields) {
    assertThat(read("2", distribution(fields))).isInstanceOf(Uncertainty.Distributed.class);
  }

  @Test
  void fields_areWhatTheyAreCalled() {
    var read =
        (Uncertainty.Distributed)
            read(
                "2", distribution("form: NORMAL, mean: 2, sd: 1/2, truncation: {low: 0, high: 9}"));
    var normal = (Distribution.Normal) read.distribution();
    assertThat(normal.sd().doubleValue()).isEqualTo(0.5);
    assertThat(read.truncation().text()).isEqualTo("0 … 9");
    assertThat(read.rationale()).isEqualTo("because");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "form: UNIFORM, low: 3, high: 1 | x.distribution.low = 3: must be below high, which is 1",
        "form: TRIANGULAR, low: 1, mode: 4, high: 3 | mode = 4: must not be above high",
        "form: NORMAL, mean: 2, sd: 0 | sd = 0: must be above 0",
        "form: NORMAL, mean: 2, sd: -1 | sd = -1: must be above 0",
        "form: LOGNORMAL, median: 2, geometricSd: 1 | geometricSd = 1: must be above 1",
        "form: LOGNORMAL, median: -2, geometricSd: 2 | median = -2: must be above 0",
        "form: PERT, low: 2, mode: 1, high: 3 | low = 2: must not be above mode, which is 1",
        "form: BETA, low: 1, high: 3, alpha: 0, beta: 3 | alpha = 0: must be above 0.05",
        "form: SAMPLE, values: [2] | values = 1: must be 2 to 10,000",
        "form: SAMPLE, values: [2, 2] | must not all be the same",
        "form: SAMPLE, values: [2, two] | two",
        "form: QUANTILES, points: [{probability: 0.1, value: 1}, {probability: 1, value: 3}] | must begin at probability 0",
        "form: QUANTILES, points: [{probability: 0, value: 3}, {probability: 1, value: 1}] | points[0].value = 3: must be below points[1].value",
        "form: NORMAL, mean: 2, sd: 1, truncation: {low: 5, high: 4} | must leave something",
        "form: UNIFORM, low: 1, high: 3, truncation: {low: 5} | must leave some of 1 … 3",
        "form: NORMAL, mean: 2, sd: 1, truncation: {low: 1.9999999, high: 2.0000001} | leaves 7.98e-08 of the probability",
        "form: UNIFORM, low: 4, high: 6 | its value lies outside 4 … 6",
        "form: UNIFORM, low: 1, high: 3, mode: 2 | mode",
        "form: GAMMA, low: 1 | must be one of",
        "form: NORMAL, mean: 2 | is missing"
      })
  void impossibleNumbers_areRefusedWithFieldValueAndRule(String fields, String message) {
    assertThatThrownBy(() -> read("2", distribution(fields)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void distributionWithoutRationale_isRefused() {
    assertThatThrownBy(() -> read("2", "distribution: {form: UNIFORM, low: 1, high: 3}"))
        .hasMessageContaining("rationale");
  }

  @Test
  void shareWithoutEnds_isRefused() {
    String text =
        ModelText.model(
                List.of(
                    ModelText.parameter("x", "20", distribution("form: NORMAL, mean: 20, sd: 5"))),
                List.of(ModelText.variable("y", "x")))
            .replaceFirst("unit: \"1\"", "unit: \"%\"");
    assertThatThrownBy(() -> ModelText.read(text))
        .hasMessageContaining("a normal distribution without ends is not from 0 to 100 %")
        .hasMessageContaining("truncate");
  }
}
