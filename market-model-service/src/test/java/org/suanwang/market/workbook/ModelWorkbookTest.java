package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.check.NotFoundException;
import org.suanwang.market.load.DongwuModel;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/** The shipped model as a spreadsheet gives the service's numbers, in every scenario. */
class ModelWorkbookTest {
  static Stream<String> scenarios() {
    return Stream.concat(
        Stream.of(PublishedModel.BASE), DongwuModel.MODEL.scenarios().stream().map(Scenario::name));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void recalculated_givesTheServicesNumbers(String scenario) {
    try (var file = Recalculation.of(Recalculation.write(DongwuModel.MODEL, scenario))) {
      file.recalculate();
      assertThat(file.requireServiceNumbers(DongwuModel.MODEL, scenario)).isGreaterThan(140);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void chosenInTheFile_givesTheServicesNumbers(String scenario) {
    try (var file = Recalculation.of(Recalculation.write(DongwuModel.MODEL, "base"))) {
      file.choose(scenario);
      file.recalculate();
      file.requireServiceNumbers(DongwuModel.MODEL, scenario);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void notRecalculated_showsTheServicesNumbers(String scenario) {
    try (var file = Recalculation.of(Recalculation.write(DongwuModel.MODEL, scenario))) {
      file.requireServiceNumbers(DongwuModel.MODEL, scenario);
    }
  }

  @Test
  void formula_isReadable() {
    try (var file = Recalculation.of(Recalculation.write(DongwuModel.MODEL, "neutral"))) {
      assertThat(file.formula("Variables", "idle_compute_2025", "Value"))
          .isEqualTo(
              "(iaas_2025*100000000)*(1-(utilisation_2025*0.01))/(utilisation_2025*0.01)"
                  + "/100000000");
      assertThat(file.number("Variables", "scheduling_fee_2025", "Printed")).isEqualTo(710);
    }
  }

  @Test
  void sameScenario_sameBytes() {
    assertThat(Recalculation.write(DongwuModel.MODEL, "neutral"))
        .isEqualTo(Recalculation.write(DongwuModel.MODEL, "neutral"));
  }

  @Test
  void unknownScenario_isNotFound() {
    assertThatThrownBy(() -> Recalculation.write(DongwuModel.MODEL, "nonsense"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("\"nonsense\"; there are base, ");
    assertThatThrownBy(() -> Recalculation.write(DongwuModel.MODEL, "neutrl"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("did you mean \"neutral\"? there are base, ");
  }

  @Test
  void sheets_areThoseDescribed() {
    try (var file = Recalculation.of(Recalculation.write(DongwuModel.MODEL, "base"))) {
      List<String> names =
          Stream.iterate(0, i -> i < file.workbook.getNumberOfSheets(), i -> i + 1)
              .map(file.workbook::getSheetName)
              .toList();
      assertThat(names)
          .containsExactly(
              "About",
              "Variables",
              "Parameters",
              "Scenarios",
              "Overrides",
              "Correlations",
              "Findings");
    }
  }
}
