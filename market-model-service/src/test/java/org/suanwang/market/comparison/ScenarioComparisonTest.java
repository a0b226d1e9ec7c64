package org.suanwang.market.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.suanwang.market.check.NotFoundException;
import org.suanwang.market.comparison.ScenarioComparison.Assumed;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.load.DongwuModel;

class ScenarioComparisonTest {
  private static ScenarioComparison compare(String from, String to) {
    return ScenarioComparison.of(DongwuModel.MODEL, from, to);
  }

  @Test
  void feeRates_areTheOnlyDifferenceOfTable3sCases() {
    ScenarioComparison comparison = compare("pessimistic", "optimistic");
    assertThat(comparison.assumptions()).hasSize(1);
    assertThat(comparison.assumptions().getFirst().from())
        .extracting(Assumed::value, Assumed::givenBy)
        .containsExactly("5", "scenario pessimistic");
    assertThat(comparison.assumptions().getFirst().to().value()).isEqualTo("10");
    assertThat(comparison.rounding()).isEmpty();
    OutputChange fee =
        comparison.outputs().stream()
            .filter(o -> o.name().equals("scheduling_fee_2025"))
            .findFirst()
            .orElseThrow();
    // The fee is proportional to its rate: 8873 times 5 % and 10 %.
    assertThat(fee.difference()).isEqualTo(BigFraction.of(44365, 100));
    assertThat(fee.percent()).isEqualTo(BigFraction.of(100));
    assertThat(comparison.outputs()).noneMatch(o -> o.name().equals("idle_compute_2025"));
  }

  @Test
  void parentsAssumptions_areNoDifference() {
    ScenarioComparison comparison = compare("neutral", "unrounded-iaas");
    assertThat(comparison.assumptions()).isEmpty();
    assertThat(comparison.rounding()).hasSize(1);
    assertThat(comparison.rounding().getFirst())
        .extracting("variable", "from", "to", "fromRationale")
        .containsExactly("iaas_2025", Flow.PRINTED, Flow.EXACT, null);
    assertThat(comparison.outputs()).anyMatch(o -> o.name().equals("idle_compute_2025"));
  }

  @Test
  void overriddenVariable_standsBesideItsFormula() {
    ScenarioComparison comparison = compare("base", "uncertain-chain");
    assertThat(comparison.assumptions())
        .anySatisfy(
            change -> {
              assertThat(change.name()).isEqualTo("growth_2023_2025");
              assertThat(change.from().formula())
                  .isEqualTo("compute_capacity@2025 / compute_capacity@2023");
              assertThat(change.from().value()).isNull();
              assertThat(change.to().value()).isEqualTo("1.4");
              assertThat(change.to().uncertainty()).startsWith("uniform low 15/11, high 1.5");
            });
  }

  @Test
  void directionMatters_andUnknownScenariosAreRefused() {
    assertThat(compare("optimistic", "pessimistic").outputs())
        .filteredOn(o -> o.name().equals("scheduling_fee_2025"))
        .singleElement()
        .extracting(OutputChange::percent)
        .isEqualTo(BigFraction.of(-50));
    assertThat(compare("neutral", "neutral").outputs()).isEmpty();
    assertThatThrownBy(() -> compare("neutral", "nothing")).isInstanceOf(NotFoundException.class);
  }
}
