package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;

class ModelReaderTest {
  static final String SOURCE = "source: {title: T, locator: L, date: 2026-01-01, tier: PRIMARY}";
  private static final String ROUNDING = "rounding: {decimals: 0, mode: HALF_UP, flow: EXACT}";
  private static final String HEAD = "id: test-model\ntitle: Test\nlicence: CC0-1.0\n";

  static String parameter(String name, String unit) {
    return "  - {name: %s, label: L, unit: \"%s\", values: [{value: 1, %s}]}\n"
        .formatted(name, unit, SOURCE);
  }

  static String variable(String name, String unit, String formula) {
    return "  - {name: %s, label: L, unit: \"%s\", definition: D, formula: \"%s\", %s, %s}\n"
        .formatted(name, unit, formula, ROUNDING, SOURCE);
  }

  static String model(String parameters, String variables) {
    return HEAD + "parameters:\n" + parameters + "variables:\n" + variables;
  }

  static List<Violation> violations(String text) {
    var files = List.of(new SourceFile("model.yaml", text));
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> ModelReader.read(files, Instant.EPOCH));
    return e.violations();
  }

  @Test
  void everythingWrong_isToldAtOnce_withFileAndLine() {
    List<Violation> found =
        violations(
            model(
                parameter("rate", "CNY") + parameter("rate", "CNY") + parameter("Bad-Name", "CNY"),
                variable("sum", "CNY", "rate + raet")
                    + variable("a", "CNY", "b")
                    + variable("b", "CNY", "c")
                    + variable("c", "CNY", "a")
                    + variable("magic", "CNY", "rate * 1.17")));
    assertThat(found)
        .extracting(Violation::rule)
        .anyMatch(rule -> rule.startsWith("duplicate-name"))
        .anyMatch(rule -> rule.startsWith("malformed-name"))
        .anyMatch(rule -> rule.startsWith("unknown-name"))
        .anyMatch(rule -> rule.contains("needs itself: a → b → c → a"))
        .anyMatch(rule -> rule.startsWith("unsourced-number"));
    assertThat(found).extracting(Violation::remedy).contains("did you mean \"rate\"?");
    assertThat(found).extracting(Violation::field).allMatch(f -> f.startsWith("model.yaml:"));
    assertThat(found).extracting(Violation::field).contains("model.yaml:6 parameters[1]");
  }

  @Test
  void priceperServerTimesRacks_isRefusedWithTheMissingUnit() {
    List<Violation> found =
        violations(
            model(
                parameter("racks", "rack") + parameter("price", "CNY/server"),
                variable("market", "1e8 CNY", "racks * price")));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().rule())
        .contains("\"racks * price\" gives CNY.rack/server")
        .contains("declares 1e8 CNY");
    assertThat(found.getFirst().remedy()).contains("multiply by something in server/rack");
  }

  @Test
  void unlikeTerms_areNamedWithTheirPart() {
    List<Violation> found =
        violations(
            model(
                parameter("money", "CNY") + parameter("time", "h") + parameter("dollars", "USD"),
                variable("x", "CNY", "money * (time + 1) - dollars")));
    assertThat(found).extracting(Violation::rule).anyMatch(r -> r.contains("\"time + 1\""));
    assertThat(found.getFirst().rule()).contains("\"time\" is in s and \"1\" in 1");
  }

  static List<String> unitMutants() {
    var mutants = new ArrayList<String>();
    for (String wrong :
        List.of(
            "CNY/rack",
            "USD/server",
            "server",
            "CNY.server",
            "kW",
            "1",
            "%",
            "h",
            "CNY/h",
            "device",
            "1e8 CNY",
            "FLOP")) {
      mutants.add(
          model(
              parameter("units", "server") + parameter("price", wrong),
              variable("value", "CNY", "units * price")));
      mutants.add(
          model(
              parameter("units", "server") + parameter("price", "CNY/server"),
              variable("value", wrong.equals("1e8 CNY") ? "USD" : wrong, "units * price")));
      mutants.add(
          model(
              parameter("a", "CNY/server") + parameter("b", wrong),
              variable("value", "CNY/server", "max(a, b)")));
    }
    return mutants;
  }

  @ParameterizedTest
  @MethodSource("unitMutants")
  void everyUnitMutant_isRefused(String text) {
    assertThat(violations(text)).extracting(Violation::rule).allMatch(r -> r.contains("unit"));
  }

  @Test
  void datedParameter_needsItsPeriod() {
    String values =
        "[{period: 2024, value: 1, %s}, {period: 2025, value: 2, %s}]".formatted(SOURCE, SOURCE);
    String dated = "  - {name: cap, label: L, unit: \"1\", values: " + values + "}\n";
    List<Violation> found =
        violations(model(dated, variable("x", "1", "cap") + variable("y", "1", "cap@2026")));
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().remedy()).isEqualTo("use one of cap@2024, cap@2025");
  }

  @Test
  void missingSourceUnitAndUnknownField_areAllTold() {
    List<Violation> found =
        violations(
            HEAD
                + "parameters:\n"
                + "  - name: rate\n"
                + "    lable: Rate\n"
                + "    values:\n"
                + "      - value: many\n");
    assertThat(found)
        .extracting(Violation::field)
        .contains(
            "model.yaml:5 parameters[0].label",
            "model.yaml:5 parameters[0].unit",
            "model.yaml:6 parameters[0].lable",
            "model.yaml:8 parameters[0].values[0].value",
            "model.yaml:8 parameters[0].values[0].source");
    assertThat(found).extracting(Violation::remedy).contains("did you mean \"label\"?");
  }

  @Test
  void assumption_needsARationale() {
    List<Violation> found =
        violations(
            model(
                "  - {name: a, label: L, unit: CNY, assumption: true, values: [{value: 1, %s}]}\n"
                    .formatted(SOURCE),
                variable("x", "CNY", "a")));
    assertThat(found).extracting(Violation::rule).anyMatch(r -> r.startsWith("assumption-"));
  }

  @Test
  void ownFormula_needsARationale() {
    String own = variable("x", "CNY", "a").replace("tier: PRIMARY", "tier: OWN");
    assertThat(violations(model(parameter("a", "CNY"), own)))
        .singleElement()
        .satisfies(v -> assertThat(v.rule()).startsWith("own-formula-without-rationale"));
    assertThat(
            violations(model(parameter("a", "CNY"), own.replace("}\n", ", rationale: \" \"}\n"))))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just a text",
        "- a list",
        "42",
        "id: [",
        "a: &x [*x]",
        "id: x\nid: y",
        "? {a: b}\n: c",
        "!!java.net.URL [\"http://localhost\"]",
        "{\"id\": \"test-model\"}",
        "id: test-model\ntitle: T\nlicence: L\nparameters: many"
      })
  void hostileDocument_isRefused(String text) {
    assertThat(violations(text)).isNotEmpty();
  }

  @Test
  void deepAndLongDocuments_areRefused() {
    assertThat(violations("[".repeat(100_000))).isNotEmpty();
    assertThat(violations("a: ".repeat(5_000))).isNotEmpty();
    assertThat(violations("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"))
        .isNotEmpty();
    assertThat(violations("x".repeat(5_000_000))).isNotEmpty();
  }

  @Test
  void tooManyEntries_areRefused() {
    var parameters = new StringBuilder();
    for (int i = 0; i < 2001; i++) {
      parameters.append(parameter("p" + i, "CNY"));
    }
    assertThat(violations(model(parameters.toString(), variable("x", "CNY", "p0"))))
        .extracting(Violation::rule)
        .anyMatch(r -> r.startsWith("model-size"));
  }

  @Test
  void longCycle_isNamedWithoutOverflow() {
    var variables = new StringBuilder();
    for (int i = 0; i < 1900; i++) {
      variables.append(variable("v" + i, "CNY", "v" + (i + 1) % 1900));
    }
    assertThat(violations(model(parameter("p", "CNY"), variables.toString()))).hasSize(1);
  }

  @Test
  void scenario_withUnknownNameParentOrUnit_isRefused() {
    List<Violation> found =
        violations(
            model(parameter("rate", "CNY"), variable("x", "CNY", "rate"))
                + "scenarios:\n"
                + "  - {name: high, label: L, description: D, parent: hihg, overrides:"
                + " [{name: raet, value: 2, unit: CNY, rationale: R},"
                + " {name: rate, value: 2, unit: h, rationale: R}]}\n"
                + "  - {name: ring, label: L, description: D, parent: ring}\n");
    assertThat(found).hasSize(4);
    assertThat(found).extracting(Violation::remedy).contains("did you mean \"high\"?");
  }

  @Test
  void sameFiles_areTheSameVersion_andAnyChangeIsAnother() {
    String text = model(parameter("rate", "CNY"), variable("x", "CNY", "rate"));
    var one = ModelReader.read(List.of(new SourceFile("model.yaml", text)), Instant.EPOCH);
    var two = ModelReader.read(List.of(new SourceFile("model.yaml", text)), Instant.MAX);
    var three = ModelReader.read(List.of(new SourceFile("model.yaml", text + "\n")), Instant.EPOCH);
    assertThat(one.version().version()).isEqualTo(two.version().version());
    assertThat(one.version().version()).isNotEqualTo(three.version().version());
  }
}
