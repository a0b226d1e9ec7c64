package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.market.load.ModelReaderTest.SOURCE;
import static org.suanwang.market.load.ModelReaderTest.model;
import static org.suanwang.market.load.ModelReaderTest.variable;
import static org.suanwang.market.load.ModelReaderTest.violations;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.ModelFindings;
import org.suanwang.market.model.Severity;

/** A share lies between nothing and the whole, wherever it comes from. */
class ShareTest {
  private static String share(String unit, String more, String value) {
    return "  - {name: part, label: L, unit: \"%s\", %s values: [{value: %s, %s}]}\n"
        .formatted(unit, more, value, SOURCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%||101",
        "%||-1",
        "%||1000/3",
        "1|share: true,|1.01",
        "kW|share: true,|1",
        "1e2 %||1.5"
      })
  void shareBeyondTheWhole_isRefused(String unit, String more, String value) {
    String text = model(share(unit, more == null ? "" : more, value), variable("x", "CNY", "x0"));
    assertThat(violations(text.replace("x0", "0 [CNY]")))
        .singleElement()
        .satisfies(v -> assertThat(v.rule()).startsWith("share-"))
        .satisfies(v -> assertThat(v.field()).startsWith("model.yaml:5 parameters[0]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"%||100", "%||0", "%|share: false,|218", "%|share: false,|-50", "1||7"})
  void shareWithinTheWhole_andGrowthThatSaysSo_areTaken(String unit, String more, String value) {
    String text = model(share(unit, more == null ? "" : more, value), variable("x", "1", "part"));
    assertThat(
            ModelReader.read(List.of(new SourceFile("model.yaml", text)), Instant.EPOCH)
                .model()
                .parameters())
        .hasSize(1);
  }

  @Test
  void intervalAndScenarioBeyondTheWhole_areRefused() {
    String interval = "70, interval: {low: 60, high: 110, rationale: R}";
    List<Violation> found = violations(model(share("%", "", interval), variable("x", "1", "part")));
    assertThat(found).singleElement().satisfies(v -> assertThat(v.rule()).contains("110 %"));
    List<Violation> scenario =
        violations(
            model(share("%", "", "70"), variable("x", "1", "part"))
                + "scenarios:\n"
                + "  - {name: high, label: L, description: D, overrides:"
                + " [{name: part, value: 1.2, unit: \"1\", rationale: R}]}\n");
    assertThat(scenario)
        .singleElement()
        .satisfies(v -> assertThat(v.rule()).contains("share-out-of-range: part = 1.2"));
  }

  @Test
  void shareThatAFormulaCarriesBeyondTheWhole_isAFinding_inItsScenario() {
    String text =
        model(share("%", "", "40"), variable("rest", "%", "1 - part - part"))
            + "scenarios:\n"
            + "  - {name: high, label: L, description: D, overrides:"
            + " [{name: part, value: 70, unit: \"%\", rationale: R}]}\n";
    var model = ModelReader.read(List.of(new SourceFile("model.yaml", text)), Instant.EPOCH);
    assertThat(ModelFindings.find(model))
        .filteredOn(f -> f.rule().equals("share-out-of-range"))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(f -> assertThat(f.message()).startsWith("in scenario high is -40 %"));
  }
}
