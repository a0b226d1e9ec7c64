package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.market.load.ModelText.parameter;
import static org.suanwang.market.load.ModelText.read;
import static org.suanwang.market.load.ModelText.variable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.model.Family;
import org.suanwang.market.model.Family.Member;
import org.suanwang.market.model.Model;

class FamilyTest {
  private static Model model() {
    return read(ModelText.model(
            List.of(
                parameter("market_2023", "2", ""),
                parameter("price", "1", "period: \"2024\""),
                parameter("alone_2022", "1", ""),
                parameter("month", "1", "period: \"2025-06\"")),
            List.of(
                variable("market_2030", "market_2023 + market_2023"),
                variable("market_2025", "market_2023 + 1"),
                variable("price_2024", "price@2024"),
                variable("price_2025", "price@2024"),
                variable("part_9999", "market_2023"))))
        .model();
  }

  private static Family family(String name) {
    return Family.of(model()).stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void parametersAndVariablesOfOneName_areOneSeries_byYear() {
    assertThat(family("market").members())
        .containsExactly(
            new Member(2023, "market_2023"),
            new Member(2025, "market_2025"),
            new Member(2030, "market_2030"));
    assertThat(Family.of(model())).extracting(Family::name).containsExactly("market", "price");
  }

  @Test
  void yearThatIsThereTwice_isKeptTwice() {
    assertThat(family("price").members())
        .containsExactly(
            new Member(2024, "price@2024"),
            new Member(2024, "price_2024"),
            new Member(2025, "price_2025"));
  }

  @Test
  void otherUnits_areOtherSeries() {
    List<Family> capacity = Family.require(DongwuModel.MODEL.model(), List.of("compute_capacity"));
    assertThat(capacity).hasSize(1);
    assertThat(capacity.getFirst().members()).extracting(Member::year).contains(2023, 2024, 2025);
    String other = "  - name: market_2026\n    label: m\n    unit: \"%\"\n    share: false\n";
    String text =
        ModelText.model(
            List.of(parameter("market_2024", "2", ""), parameter("market_2025", "2", "")),
            List.of(variable("market_2026", "market_2024")));
    Model mixed =
        read(text.replaceFirst("(?s)  - name: market_2026.*?unit: \"1\"\n", other)).model();
    assertThat(Family.require(mixed, List.of("market")))
        .extracting(f -> f.unit().text())
        .containsExactly("%", "1");
  }

  @Test
  void years_areLimited() {
    assertThat(family("market").within(2024, 2025).orElseThrow().members())
        .containsExactly(new Member(2025, "market_2025"));
    assertThat(family("market").within(2031, 2040)).isEmpty();
  }

  @Test
  void unknownName_isRefusedWithTheNearest_andAloneIsTakenWhenNamed() {
    assertThat(Family.require(model(), List.of("alone"))).hasSize(1);
    assertThatThrownBy(() -> Family.require(model(), List.of("markets", "nothing")))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.violations()).hasSize(2);
              assertThat(e.violations().getFirst().remedy()).contains("\"market\"");
            });
  }
}
