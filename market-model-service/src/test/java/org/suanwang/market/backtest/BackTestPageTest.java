package org.suanwang.market.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.market.load.ShippedModels;
import org.suanwang.market.parameter.Bound;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.Progress;
import org.suanwang.market.uncertainty.Workers;

/**
 * The table of the page is what the code computes. With {@code -Dsuanwang.back-test.update=true} it
 * is written anew between its marks.
 */
class BackTestPageTest {
  private static final Path PAGE = Path.of("docs", "back-test.md");
  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- end of table -->\n";

  @Test
  void pagesTable_isWhatIsComputed() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    String table = table();
    if (Boolean.getBoolean("suanwang.back-test.update")) {
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
    } else {
      assertThat(page.substring(from, to)).isEqualTo(table);
    }
  }

  private static String table() {
    var text = new StringBuilder();
    text.append(
        "| model | forecast of | unit | said | 90 % | came | CRPS | error | PIT | inside |\n");
    text.append("|---|---|---|---|---|---|---|---|---|---|\n");
    ShippedModels.all().stream()
        .filter(model -> !model.realisations().isEmpty())
        .flatMap(BackTestPageTest::rows)
        .forEach(text::append);
    return text.toString();
  }

  private static Stream<String> rows(PublishedModel model) {
    var request = new BackTestRequest(model, List.of(), BackTestRequest.WORLDS, 1);
    return BackTest.run(request, Workers.caller(), Progress.NONE).stream()
        .map(result -> row(model, result));
  }

  private static String row(PublishedModel model, BackTestResult r) {
    String sign =
        switch (r.realisation().bound()) {
          case Bound.AT_LEAST -> "≥ ";
          case Bound.AT_MOST -> "≤ ";
          default -> "";
        };
    String range = r.count() == 1 ? "none" : digits(r.low(), 4) + " … " + digits(r.high(), 4);
    return "| `%s` | %s | %s | %s | %s | %s%s | %s | %s | %s | %s |\n"
        .formatted(
            model.version().id(),
            r.label(),
            r.unit().text(),
            digits(r.forecast(), 4),
            range,
            sign,
            digits(r.realised(), 4),
            digits(r.crps(), 3),
            digits(r.absoluteError(), 3),
            r.count() == 1 ? "" : String.format(Locale.ROOT, "%.3f", r.pit()),
            r.inside() ? "yes" : "no");
  }

  private static String digits(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
