package org.suanwang.market.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.market.load.ModelText.model;
import static org.suanwang.market.load.ModelText.parameter;
import static org.suanwang.market.load.ModelText.variable;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.load.ModelText;
import org.suanwang.market.scenario.PublishedModel;

/** Names, texts, roundings and formulas that spreadsheets read otherwise than meant. */
class HostileWorkbookTest {
  private static Recalculation recalculated(PublishedModel model, String scenario) {
    var file = Recalculation.of(Recalculation.write(model, scenario));
    file.recalculate();
    file.requireServiceNumbers(model, scenario);
    return file;
  }

  static List<String> names() {
    return List.of(
        ("a1 h100 mi250 xfd1048576 r c r1 c2 rc r1c1 r_1 true false sum and"
                + " if pi e e5 x1e5 log10 a1_ n t na int scenario scenario_number xlfn print_area")
            .split(" ", -1));
  }

  @ParameterizedTest
  @MethodSource("names")
  void nameThatMeansSomethingElse_staysAName(String name) {
    String other = name.equals("other") ? "another" : "other";
    try (var file =
        recalculated(
            ModelText.read(
                model(
                    List.of(parameter(name, "3", ""), parameter(other, "4", "")),
                    List.of(variable("result", name + " * " + other + " - " + name)))),
            "base")) {
      assertThat(file.number("Variables", "result", "Value")).isEqualTo(9);
    }
  }

  @Test
  void namesThatWouldBecomeOne_stayApart() {
    String dated =
        """
          - name: x
            label: x
            unit: "1"
            values:
              - {period: "2025", value: "2", source: SOURCE}
              - {period: "2025-06", value: "3", source: SOURCE}
        """
            .replace("SOURCE", "{title: \"t\", locator: \"l\", date: 2026-01-01, tier: PRIMARY}");
    try (var file =
        recalculated(
            ModelText.read(
                model(
                    List.of(
                        dated,
                        parameter("x_2025", "5", ""),
                        parameter("x_2025_", "7", ""),
                        parameter("x_2025_06", "11", ""),
                        parameter("h100", "13", ""),
                        parameter("h100_", "17", "")),
                    List.of(
                        variable(
                            "result",
                            "x@2025 * x@2025-06 * x_2025 * x_2025_ * x_2025_06 * h100 * h100_")))),
            "base")) {
      assertThat(file.number("Variables", "result", "Value"))
          .isEqualTo(2.0 * 3 * 5 * 7 * 11 * 13 * 17);
    }
  }

  /** Of a = 2, b = 0.7 and c = 1e60. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-a^2",
        "(-a)^2",
        "a^-1",
        "a^a^(1+1)",
        "(a^a)^(1+1)",
        "a - (b - a)",
        "a / (b / a)",
        "a / b * a",
        "a / (b * a)",
        "a - b + a",
        "a - (b + a)",
        "--a",
        "a - -b",
        "a * -b",
        "0^0",
        "(a - a)^(a - a + 1)",
        "b^0",
        "a^b",
        "min(a, b, -a)",
        "max(a, b, c)",
        "floor(-b, 1)",
        "ceiling(-b, 1)",
        "round(0 - a - 1 / a, 1)",
        "floor(a / b, b)",
        "ceiling(a / b, b / a)",
        "round(1 / a / b, b)",
        "floor(round(a / b, 1), floor(a, 1))",
        "c * c * c / c / c",
        "a + b * a - b / a ^ b"
      })
  void formulaThatIsReadOtherwise_givesTheSame(String formula) {
    recalculated(ModelText.withFormula(formula), "base").close();
  }

  @Test
  void zeroToTheZero_isOne() {
    try (var file =
        recalculated(
            ModelText.read(
                model(
                    List.of(parameter("z", "0", ""), parameter("w", "0", "")),
                    List.of(variable("result", "z ^ w")))),
            "base")) {
      assertThat(file.number("Variables", "result", "Value")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
  void everyRounding_isTheServices(RoundingMode mode) {
    recalculated(roundings(mode), "base").close();
  }

  static PublishedModel roundings(RoundingMode mode) {
    var random = new Random(20260101);
    var parameters = new ArrayList<String>();
    var variables = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      int decimals = random.nextInt(-2, 5);
      // Ties, and what is near them, of both signs.
      long digits = random.nextInt(-5000, 5000) * 10L + (i % 3 == 0 ? 5 : random.nextInt(10));
      parameters.add(parameter("p_" + i, digits + "e" + (-decimals - 1), ""));
      variables.add(
          variable("v_" + i, "p_" + i)
              .replace("decimals: 6, mode: HALF_UP", "decimals: " + decimals + ", mode: " + mode));
    }
    return ModelText.read(model(parameters, variables));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=HYPERLINK(1)",
        "\\t=1",
        "_x0041_ and _x005F_",
        "<&>'\\\"",
        "]]>",
        "  spaces  ",
        "算网",
        "\\uFFFE",
        "\\uD83D\\uDE00"
      })
  void textThatLooksLikeAFormula_staysAText(String label) {
    String escaped = parameter("p_1", "2", "").replace("label: p_1", "label: \"" + label + "\"");
    PublishedModel model =
        ModelText.read(model(List.of(escaped), List.of(variable("v_1", "p_1 * p_1"))));
    try (var file = recalculated(model, "base")) {
      Cell cell = file.workbook.getSheet("Parameters").getRow(1).getCell(1);
      String wanted = model.model().parameters().getFirst().label();
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(wanted.replace('\uFFFE', '\uFFFD'));
      boolean dangerous = "=+-@\t".indexOf(wanted.charAt(0)) >= 0;
      assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(dangerous);
    }
  }

  @Test
  void unitsFractionsAndInheritance_areConverted() {
    PublishedModel model =
        ModelText.read(
            model(
                    List.of(
                        parameter("power", "300/220", "").replace("unit: \"1\"", "unit: \"kW\""),
                        parameter("time", "1/3", "").replace("unit: \"1\"", "unit: \"day\"")),
                    List.of(
                        variable("energy", "power * time")
                            .replace("unit: \"1\"", "unit: \"GWh\"")
                            .replace(
                                "decimals: 6, mode: HALF_UP, flow: EXACT",
                                "decimals: 9, mode: HALF_EVEN, flow: PRINTED"),
                        variable("twice", "energy + energy")
                            .replace("unit: \"1\"", "unit: \"MWh\"")))
                + """
                scenarios:
                  - name: parent
                    label: "=parent"
                    description: "+D"
                    overrides:
                      - {name: power, value: "7", unit: "W", rationale: "-R"}
                  - name: child
                    label: L
                    description: D
                    parent: parent
                    overrides:
                      - {name: time, value: "90", unit: "min", rationale: "@R"}
                    rounding:
                      - {flow: EXACT, rationale: R}
                  - name: grandchild
                    label: L
                    description: D
                    parent: child
                    overrides:
                      - {name: energy, value: "1e10", unit: "J", rationale: R}
                """);
    for (String scenario : List.of("base", "parent", "child", "grandchild")) {
      recalculated(model, scenario).close();
      try (var file = Recalculation.of(Recalculation.write(model, "base"))) {
        file.choose(scenario);
        file.recalculate();
        file.requireServiceNumbers(model, scenario);
      }
    }
  }

  @Test
  void formulaWithLongNames_isWrittenWithAddresses() {
    String name = "n".repeat(60);
    // Rounding writes its number twice and its step twice.
    String part = "round(%s + %s, %s)".formatted(name, name, name);
    String formula = "round(%s * %s * %s, %s)".formatted(part, part, part, part);
    formula = "round(" + formula + ", 1) * round(" + formula + ", 1)";
    PublishedModel model =
        ModelText.read(model(List.of(parameter(name, "3", "")), List.of(variable("v_1", formula))));
    try (var file = recalculated(model, "base")) {
      assertThat(file.formula("Variables", "v_1", "Value")).contains("Parameters!$E$2");
    }
  }

  @Test
  void formulaThatDoublesTooOften_isRefused() {
    String nested = "a";
    for (int i = 0; i < 14; i++) {
      nested = "round(" + nested + ", b)";
    }
    String formula = nested;
    assertThatThrownBy(() -> Recalculation.write(ModelText.withFormula(formula), "base"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("names a part of it as a variable");
  }

  @Test
  void everyEntryOfTheLargestModel_isWritten() {
    var parameters = new ArrayList<String>();
    var variables = new ArrayList<String>();
    for (int i = 0; i < 1000; i++) {
      parameters.add(parameter("p_" + i, String.valueOf(i + 1), ""));
      variables.add(variable("v_" + i, i == 0 ? "p_0" : "v_" + (i - 1) + " + p_" + i));
    }
    byte[] file = Recalculation.write(ModelText.read(model(parameters, variables)), "base");
    assertThat(file.length).isLessThan(1_000_000);
  }
}
