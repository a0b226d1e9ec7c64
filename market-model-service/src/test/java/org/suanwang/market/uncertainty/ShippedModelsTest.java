package org.suanwang.market.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/** What is uncertain about every shipped model can be drawn, in every scenario. */
class ShippedModelsTest {
  private static final int OUTPUTS = 64;

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
  void everyVariable_hasAResultInEveryWorld(String id, String scenario) {
    PublishedModel model = ShippedModels.require(id);
    List<String> names = model.model().variables().stream().map(Variable::name).toList();
    for (int from = 0; from < names.size(); from += OUTPUTS) {
      var request =
          new UncertaintyRequest(
              model,
              model.resolve(scenario),
              names.subList(from, Math.min(names.size(), from + OUTPUTS)),
              null,
              false,
              SamplingMethod.QUASI_MONTE_CARLO,
              1L << 10,
              1,
              List.of(0.05, 0.95));
      UncertaintyResult result = UncertaintyAnalysis.run(request, Workers.caller(), Progress.NONE);
      assertThat(result.outputs()).allMatch(o -> o.failed() == 0);
      assertThat(result.outputs()).allMatch(o -> Double.isFinite(o.mean().value()));
      assertThat(result.outputs()).allMatch(o -> o.min() <= o.max());
    }
  }
}
