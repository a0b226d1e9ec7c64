package org.suanwang.market.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.market.load.ModelText.model;
import static org.suanwang.market.load.ModelText.parameter;
import static org.suanwang.market.load.ModelText.read;
import static org.suanwang.market.load.ModelText.variable;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.suanwang.market.comparison.PartChange.FieldChange;
import org.suanwang.market.comparison.PartChange.How;
import org.suanwang.market.comparison.PartChange.Kind;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.scenario.PublishedModel;

class ModelComparisonTest {
  private static final PublishedModel EARLIER =
      read(
          model(
              List.of(parameter("a", "2", ""), parameter("b", "0", "")),
              List.of(
                  variable("sum", "a + b"),
                  variable("steady", "b * 1"),
                  variable("quotient", "a / b"),
                  variable("gone", "a"))));

  private static PublishedModel later(String b, String sum) {
    return read(
        model(
            List.of(
                parameter("a", "3", "interval: {low: 2, high: 4, rationale: guess}"),
                parameter("b", b, "")),
            List.of(
                variable("sum", sum),
                variable("steady", "b * 1"),
                variable("quotient", "a / b"),
                variable("fresh", "a"))));
  }

  private static PartChange part(ModelComparison comparison, String name) {
    return comparison.parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void sameVersion_hasNoDifference() {
    var comparison = ModelComparison.of(DongwuModel.MODEL, DongwuModel.MODEL, "neutral");
    assertThat(comparison.parts()).isEmpty();
    assertThat(comparison.outputs()).isEmpty();
  }

  @Test
  void changedParts_areToldFieldByField() {
    var comparison = ModelComparison.of(EARLIER, later("0", "a + b + 1"), null);
    assertThat(comparison.parts().stream().map(PartChange::name))
        .containsExactly("a", "sum", "gone", "fresh");
    assertThat(part(comparison, "a"))
        .isEqualTo(
            new PartChange(
                Kind.PARAMETER,
                "a",
                How.CHANGED,
                List.of(
                    new FieldChange("value", "2", "3"),
                    new FieldChange("uncertainty", null, "interval 2 … 4; guess"))));
    assertThat(part(comparison, "sum").fields())
        .containsExactly(new FieldChange("formula", "a + b", "a + b + 1"));
    assertThat(part(comparison, "gone").how()).isEqualTo(How.REMOVED);
    assertThat(part(comparison, "fresh").how()).isEqualTo(How.ADDED);
    assertThat(part(comparison, "fresh").fields()).contains(new FieldChange("formula", null, "a"));
  }

  @Test
  void changedOutputs_areToldWithDifferenceAndPercentage() {
    var comparison = ModelComparison.of(EARLIER, later("0", "a + b + 1"), null);
    assertThat(comparison.outputs()).hasSize(1);
    OutputChange sum = comparison.outputs().getFirst();
    assertThat(sum.name()).isEqualTo("sum");
    assertThat(sum.difference()).isEqualTo(BigFraction.of(2));
    assertThat(sum.percent()).isEqualTo(BigFraction.of(100));
  }

  @Test
  void outputThatHadNoResult_isToldWithoutDifference() {
    var comparison = ModelComparison.of(EARLIER, later("4", "a + b"), null);
    OutputChange quotient =
        comparison.outputs().stream()
            .filter(o -> o.name().equals("quotient"))
            .findFirst()
            .orElseThrow();
    assertThat(quotient.from()).isNull();
    assertThat(quotient.to()).isNotNull();
    assertThat(quotient.difference()).isNull();
    OutputChange steady =
        comparison.outputs().stream()
            .filter(o -> o.name().equals("steady"))
            .findFirst()
            .orElseThrow();
    assertThat(steady.difference()).isEqualTo(BigFraction.of(4));
    assertThat(steady.percent()).as("of zero").isNull();
  }

  @Test
  void outputInAnotherUnit_isComparedInThatOfTheLater() {
    String money = model(List.of(parameter("a", "2", "")), List.of(variable("b", "a")));
    PublishedModel percent =
        read(
            money.replaceFirst("(?s)(variables:.*)unit: \"1\"", "$1unit: \"%\"\n    share: false"));
    var comparison = ModelComparison.of(read(money), percent, null);
    OutputChange b = comparison.outputs().getFirst();
    assertThat(b.difference()).isEqualTo(BigFraction.ZERO);
    assertThat(part(comparison, "b").fields()).contains(new FieldChange("unit", "1", "%"));
  }
}
