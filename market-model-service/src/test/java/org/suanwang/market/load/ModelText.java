package org.suanwang.market.load;

import java.time.Instant;
import java.util.List;
import org.suanwang.market.scenario.PublishedModel;

/** Small models written by tests. */
public final class ModelText {
  private static final String SOURCE =
      "{title: \"a test\", locator: \"here\", date: 2026-01-01, tier: PRIMARY}";

  private ModelText() {}

  /** Reads one document. */
  public static PublishedModel read(String text) {
    return ModelReader.read(
        List.of(new SourceFile("model.yaml", text)), Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** A parameter without a unit; {@code more} are lines of its value, such as a distribution. */
  public static String parameter(String name, String value, String more) {
    return "  - name: %s\n    label: %s\n    unit: \"1\"\n    values:\n      - value: \"%s\"\n"
            .formatted(name, name, value)
        + (more.isEmpty() ? "" : "        " + more + "\n")
        + "        source: "
        + SOURCE
        + "\n";
  }

  /** A variable without a unit; nothing is rounded. */
  public static String variable(String name, String formula) {
    return """
          - name: %s
            label: %s
            unit: "1"
            definition: "as a test needs it"
            formula: "%s"
            rounding: {decimals: 6, mode: HALF_UP, flow: EXACT}
            source: %s
        """
        .formatted(name, name, formula, SOURCE);
  }

  /** A document of parameters and variables. */
  public static String model(List<String> parameters, List<String> variables) {
    return "id: test-model\ntitle: \"A test\"\nlicence: \"none\"\nparameters:\n"
        + String.join("", parameters)
        + "variables:\n"
        + String.join("", variables);
  }

  /** The variable {@code result} of a = 2, b = 0.7 and c = 1e60. */
  public static PublishedModel withFormula(String formula) {
    return read(
        model(
            List.of(parameter("a", "2", ""), parameter("b", "0.7", ""), parameter("c", "1e60", "")),
            List.of(variable("result", formula))));
  }
}
