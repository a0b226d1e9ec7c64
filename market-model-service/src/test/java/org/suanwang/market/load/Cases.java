package org.suanwang.market.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.ValueOverride;

/** The case files under {@code src/test/resources/cases}: a variable, how, and what it must be. */
public final class Cases {
  private static final Path FOLDER = Path.of("src", "test", "resources", "cases");

  private Cases() {}

  /**
   * One expectation.
   *
   * @param exact a decimal with at least 12 significant digits, or a fraction; the low end of a
   *     range
   * @param high the high end of a range
   * @param acceptance the row of the acceptance file that asks the same; two for a range's two ends
   */
  public record Case(
      PublishedModel model,
      String name,
      String variable,
      String exact,
      @Nullable String high,
      @Nullable String printed,
      String origin,
      @Nullable String acceptance,
      Mode mode,
      Assumptions assumptions) {
    public Figure evaluate() {
      return Evaluation.evaluate(model, assumptions, mode, List.of(variable)).outputs().getFirst();
    }

    @Override
    public String toString() {
      return model.version().id() + ", " + variable + ": " + name;
    }
  }

  public static List<Case> load() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(file -> load(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Case> load(Path file) {
    var violations = new ArrayList<Violation>();
    try {
      var source = new SourceFile(file.getFileName().toString(), Files.readString(file));
      YamlMap document = YamlDocument.read(source, violations).orElseThrow();
      PublishedModel model = ShippedModels.require(document.text("model"));
      List<Case> cases = document.maps("cases").stream().map(map -> read(model, map)).toList();
      document.refuseOthers();
      if (!violations.isEmpty()) {
        throw new InvalidInputException(violations);
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case read(PublishedModel model, YamlMap map) {
    Case read =
        new Case(
            model,
            map.text("name"),
            map.text("variable"),
            map.text("exact"),
            map.textOrNull("high"),
            map.textOrNull("printed"),
            map.text("origin"),
            map.textOrNull("acceptance"),
            Mode.valueOf(map.readOr("mode", "EXACT", t -> t.toUpperCase(Locale.ROOT))),
            assumptions(model, map));
    map.refuseOthers();
    return read;
  }

  private static Assumptions assumptions(PublishedModel model, YamlMap map) {
    String flow = map.textOrNull("exactFlow");
    var flows =
        flow == null
            ? List.<FlowChoice>of()
            : List.of(new FlowChoice(flow.equals("all") ? null : flow, Flow.EXACT, "case", "case"));
    List<ValueOverride> overrides =
        map.maps("overrides").stream()
            .map(
                o ->
                    new ValueOverride(
                        o.text("name"),
                        new Quantity(Numeral.parse(o.text("value")), Unit.parse(o.text("unit"))),
                        "case",
                        "case"))
            .toList();
    return model.resolve(map.textOrNull("scenario")).with(overrides, flows);
  }
}
