package org.suanwang.market.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.sensitivity.Tornado.Bar;
import org.suanwang.market.uncertainty.GoldenCase;
import org.suanwang.market.uncertainty.UncertainModel;

class TornadoTest {
  private static UncertainModel model() {
    return UncertainModel.of(
        GoldenCase.MODEL,
        GoldenCase.MODEL.resolve(GoldenCase.SCENARIO),
        List.of(GoldenCase.OUTPUT));
  }

  @Test
  void goldenCase_hasItsBarsWidestFirst() {
    Tornado fee = Tornado.of(model(), Swing.ENDS).getFirst();
    assertThat(fee.output().reading().middle()).isCloseTo(709.904, within(5e-4));
    assertThat(fee.bars())
        .extracting(Bar::key)
        .containsExactly(
            "scheduling_fee_rate", "utilisation_2025", "growth_2023_2025", "iaas_private_2022");
    assertBar(fee, 0, 443.69, 887.38);
    assertBar(fee, 1, 891.93, 573.38);
    assertBar(fee, 2, 691.47, 760.61);
    assertBar(fee, 3, 689.71, 730.10);
  }

  private static void assertBar(Tornado tornado, int index, double atLow, double atHigh) {
    assertThat(tornado.bars().get(index).atLow()).isCloseTo(atLow, within(0.006));
    assertThat(tornado.bars().get(index).atHigh()).isCloseTo(atHigh, within(0.006));
  }

  /**
   * Nobody publishes who leads how many platforms; the tornado tells what not knowing it is worth.
   */
  @Test
  void weightsOfOperators_areAmongWhatTheirCommissionHangsOn() {
    PublishedModel model = ShippedModels.require("scheduling-business");
    var carriers = UncertainModel.of(model, Assumptions.none(), List.of("commission_carrier_led"));
    assertThat(Tornado.of(carriers, Swing.ENDS).getFirst().bars())
        .filteredOn(bar -> bar.key().startsWith("weight_"))
        .hasSize(4)
        .allMatch(bar -> bar.low() == 0.5 && bar.high() == 2 && bar.width() > 0)
        .allMatch(bar -> bar.key().equals("weight_carrier_led") == (bar.elasticity() > 0));
  }

  /** Of (2442 + p) g (1 - u) / u r: p / (2442 + p), 1, -1 / (1 - u), 1. */
  @Test
  void elasticities_areThoseOfTheFormula() {
    for (Bar bar : Tornado.of(model(), Swing.ENDS).getFirst().bars()) {
      double expected =
          switch (bar.key()) {
            case "iaas_private_2022" -> 971.0 / 3413;
            case "utilisation_2025" -> -1 / 0.65;
            default -> 1;
          };
      assertThat(bar.elasticity()).as(bar.key()).isCloseTo(expected, within(1e-8));
    }
  }

  @Test
  void quantiles_moveInputsLessFarThanEnds() {
    Tornado ends = Tornado.of(model(), Swing.ENDS).getFirst();
    Tornado tenths = Tornado.of(model(), Swing.quantiles(0.1, 0.9)).getFirst();
    Bar utilisation =
        tenths.bars().stream()
            .filter(b -> b.key().equals("utilisation_2025"))
            .findFirst()
            .orElseThrow();
    assertThat(utilisation.low()).isCloseTo(31, within(1e-12));
    assertThat(utilisation.high()).isCloseTo(39, within(1e-12));
    assertThat(tenths.bars().getFirst().width()).isLessThan(ends.bars().getFirst().width());
  }

  @Test
  void impossibleQuantiles_areRefused() {
    assertThatThrownBy(() -> Tornado.of(model(), Swing.quantiles(0.9, 0.1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the lower one first");
  }
}
