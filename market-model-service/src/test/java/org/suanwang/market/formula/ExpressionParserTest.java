package org.suanwang.market.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a+b*c|a + b * c",
        "(a+b)*c|(a + b) * c",
        "a-(b-c)|a - (b - c)",
        "(a-b)-c|a - b - c",
        "a/(b*c)|a / (b * c)",
        "-a^2|-a ^ 2",
        "(-a)^2|(-a) ^ 2",
        "a^b^c|a ^ b ^ c",
        "(a^b)^c|(a ^ b) ^ c",
        "max( 0 [1e8 CNY] , a )|max(0 [1e8 CNY], a)",
        "capacity@2025/capacity@2023|capacity@2025 / capacity@2023",
        "a^(1/2)|a ^ (1 / 2)",
        "--a|--a",
        "2*-a|2 * -a"
      })
  void formula_isRenderedWithTheFewestBrackets(String text, String rendered) {
    Expression tree = ExpressionParser.parse(text);
    assertThat(Rendering.render(tree)).isEqualTo(rendered);
    assertThat(Rendering.render(ExpressionParser.parse(rendered))).isEqualTo(rendered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a +|at character 4: the formula ends",
        "a b|at character 3: expected an operator",
        "(a|at character 3: expected \")\"",
        "sin(a)|there is no function \"sin\"; use min, max, round, floor, ceiling",
        "round(a)|round takes 2, not 1",
        "1 [CNZ]|\"CNZ\" is no known unit",
        "a $ b|\"$\" is not part of a formula",
        "a [CNY]|expected an operator",
        "1e999|the number must have at most",
        "[CNY|square bracket is not closed"
      })
  void textThatIsNoFormula_isRefusedWithPlaceAndRemedy(String text, String message) {
    assertThatThrownBy(() -> ExpressionParser.parse(text))
        .isInstanceOf(FormulaSyntaxException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "max(1,", "2^"})
  void endlessNesting_isRefused(String part) {
    assertThatThrownBy(() -> ExpressionParser.parse(part.repeat(400) + "1"))
        .isInstanceOf(FormulaSyntaxException.class);
    assertThatThrownBy(() -> ExpressionParser.parse(part.repeat(100_000)))
        .isInstanceOf(FormulaSyntaxException.class)
        .hasMessageContaining("2000");
  }

  @Test
  void longSum_isRefused() {
    assertThatThrownBy(() -> ExpressionParser.parse("1" + "+1".repeat(500)))
        .isInstanceOf(FormulaSyntaxException.class)
        .hasMessageContaining("256 parts");
  }

  /** What is rendered parses to a tree that renders the same, for trees of any shape. */
  @Test
  void randomTree_survivesRendering() {
    long seed = 20260301;
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String text = randomText(random, 5);
      String once = Rendering.render(ExpressionParser.parse(text));
      assertThat(Rendering.render(ExpressionParser.parse(once)))
          .as("seed %d, formula %s", seed, text)
          .isEqualTo(once);
    }
  }

  private static String randomText(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return random.nextBoolean() ? "x" + random.nextInt(9) : String.valueOf(random.nextInt(99));
    }
    String left = randomText(random, depth - 1);
    String right = randomText(random, depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> "-(" + left + ")";
      case 1 -> "min(" + left + "," + right + ")";
      default -> "(" + left + ")" + "+-*/^".charAt(random.nextInt(5)) + "(" + right + ")";
    };
  }
}
