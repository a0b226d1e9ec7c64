package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/** Every shipped model as a spreadsheet, recalculated, gives the service's numbers. */
class ShippedWorkbooksTest {
  static Stream<Arguments> scenarios() {
    return ShippedModels.all().stream()
        .flatMap(
            model ->
                Stream.concat(
                        Stream.of(PublishedModel.BASE),
                        model.scenarios().stream().map(Scenario::name))
                    .map(scenario -> Arguments.of(model.version().id(), scenario)));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void recalculated_givesTheServicesNumbers(String id, String scenario) {
    PublishedModel model = ShippedModels.require(id);
    try (var file = Recalculation.of(Recalculation.write(model, scenario))) {
      file.recalculate();
      assertThat(file.requireServiceNumbers(model, scenario))
          .isGreaterThan(model.model().variables().size());
    }
  }
}
