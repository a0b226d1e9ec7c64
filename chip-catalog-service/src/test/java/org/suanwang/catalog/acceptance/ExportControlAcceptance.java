package org.suanwang.catalog.acceptance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suanwang.catalog.exportcontrol.Classification;
import org.suanwang.catalog.exportcontrol.ExportControl;
import org.suanwang.catalog.exportcontrol.ExportControlCase;
import org.suanwang.catalog.exportcontrol.Interval;
import org.suanwang.catalog.exportcontrol.RuleOutcome;
import org.suanwang.catalog.exportcontrol.Tpp;
import org.suanwang.catalog.exportcontrol.Truth;
import org.suanwang.catalog.exportcontrol.Verdict;
import org.suanwang.catalog.load.ExportRuleFiles;

/**
 * Compares what the export rules say of known accelerators with an independent list. Run by hand;
 * without the list it says so.
 */
public final class ExportControlAcceptance {
  private static final LocalDate IN_2022 = LocalDate.of(2022, 10, 7);
  private static final LocalDate IN_2023 = LocalDate.of(2023, 11, 17);
  private static final LocalDate IN_2024 = LocalDate.of(2024, 4, 4);
  private static final LocalDate IN_2026 = LocalDate.of(2026, 1, 15);

  private final ExportControl control = new ExportControl(ExportRuleFiles.onClasspath().load());
  private final List<ExportControlCase> cases;
  private final List<String> differences = new ArrayList<>();

  private ExportControlAcceptance(List<ExportControlCase> cases) {
    this.cases = cases;
  }

  public static void main(String[] args) throws IOException {
    String shared =
        Optional.ofNullable(System.getProperty("SUANWANG_SHARED"))
            .or(() -> Optional.ofNullable(System.getenv("SUANWANG_SHARED")))
            .orElse("../../shared");
    Path list = Path.of(shared, "acceptance", "export_control_cases.json");
    if (!Files.exists(list)) {
      System.out.println("skipped: " + list + " is not there; set SUANWANG_SHARED to its folder");
      return;
    }
    var acceptance = new ExportControlAcceptance(ExportControlCase.all());
    JsonNode expected = new ObjectMapper().readTree(list.toFile());
    int count = 0;
    for (String part : List.of("cases", "cases_with_partly_unsourced_inputs")) {
      for (JsonNode one : expected.path(part)) {
        acceptance.compare(one);
        count++;
      }
    }
    acceptance.differences.forEach(System.out::println);
    System.out.printf(
        "export control: %d accelerators compared, %d differences%n",
        count, acceptance.differences.size());
    if (!acceptance.differences.isEmpty()) {
      throw new IllegalStateException("the export rules differ from the list");
    }
  }

  private void compare(JsonNode expected) {
    String chip = expected.path("chip").asText();
    Optional<ExportControlCase> found =
        cases.stream().filter(c -> chip.equals(c.list())).findFirst();
    if (found.isEmpty()) {
      differences.add(chip + ": it is not among the cases");
      return;
    }
    ExportControlCase one = found.get();
    Classification in2023 = control.classify(one.facts(), IN_2023);
    check(chip, "tpp", expected, tpp(requireNonNull(in2023.tpp()), expected));
    check(chip, "pd", expected, density(in2023, expected));
    check(chip, "r2022", expected, text2022(find(one, "3A090", IN_2022)));
    check(chip, "r2023", expected, text2023(one, expected.path("r2023").asText()));
    check(chip, "cn2026", expected, review(one));
    check(chip, "tariff2026", expected, tariff(find(one, "tariff", IN_2026)));
  }

  private void check(String chip, String field, JsonNode expected, String actual) {
    String wanted = expected.path(field).asText();
    if (!wanted.equals(actual)) {
      differences.add(chip + " " + field + ": " + actual + ", expected " + wanted);
    }
  }

  private RuleOutcome find(ExportControlCase one, String family, LocalDate on) {
    return control.classify(one.facts(), on).find(family).orElseThrow();
  }

  /** The list takes one bit length of TF32 where sources take two; its value must be an end. */
  private static String tpp(Tpp tpp, JsonNode expected) {
    BigDecimal wanted = expected.path("tpp").decimalValue();
    Interval value = tpp.value();
    boolean isEnd =
        value.low().compareTo(wanted) == 0 || requireNonNull(value.high()).compareTo(wanted) == 0;
    String format = expected.path("argmax").asText().toUpperCase(Locale.ROOT);
    return isEnd && tpp.formats().contains(format)
        ? expected.path("tpp").asText()
        : value.text() + " by " + tpp.formats();
  }

  private static String density(Classification answer, JsonNode expected) {
    var density = answer.performanceDensity();
    if (density == null) {
      return "null";
    }
    BigDecimal rounded = density.value().low().setScale(4, RoundingMode.HALF_EVEN);
    return density.value().isExact() && rounded.compareTo(expected.path("pd").decimalValue()) == 0
        ? expected.path("pd").asText()
        : density.value().text();
  }

  private static String text2022(RuleOutcome outcome) {
    return switch (outcome.verdict()) {
      case CONTROLLED -> outcome.paragraphs().getFirst();
      case UNKNOWN ->
          outcome.needs().toString().contains("I/O")
              ? "UNKNOWN (I/O rate missing)"
              : outcome.summary();
      default -> "not 3A090";
    };
  }

  private String text2023(ExportControlCase one, String wanted) {
    RuleOutcome outcome = find(one, "3A090", IN_2023);
    return switch (outcome.verdict()) {
      case CONTROLLED -> controlled(outcome, one);
      case UNKNOWN ->
          outcome.needs().toString().contains("performance density")
                  && wanted.startsWith("UNKNOWN: needs PD")
              ? wanted
              : outcome.summary();
      default -> outcome.summary().contains("Note 2") ? "not 3A090 (Note 2)" : "not 3A090";
    };
  }

  private String controlled(RuleOutcome outcome, ExportControlCase one) {
    String paragraph = String.join(" or ", outcome.paragraphs());
    boolean isExcepted =
        find(one, "3A090", IN_2024).exceptions().stream().allMatch(e -> e.eligible() == Truth.YES);
    return isExcepted && paragraph.equals("3A090.a.1") ? "3A090.a (NAC/ACA eligible)" : paragraph;
  }

  /** The list leaves the policy out where it leaves the control open. */
  private String review(ExportControlCase one) {
    RuleOutcome outcome = find(one, "cn-mo-review", IN_2026);
    boolean isOpen =
        outcome.verdict() == Verdict.UNKNOWN
            && find(one, "3A090", IN_2026).verdict() == Verdict.UNKNOWN;
    if (outcome.verdict() == Verdict.DOES_NOT_APPLY || isOpen) {
      return "-";
    }
    return outcome.summary().replace("case-by-case review", "case-by-case");
  }

  private static String tariff(RuleOutcome outcome) {
    return outcome.verdict() == Verdict.DOES_NOT_APPLY ? "no" : "in " + outcome.summary();
  }
}
