package org.suanwang.catalog.exportcontrol;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.catalog.load.ExportRuleFiles;

/** What the rules say of known accelerators. */
class ExportControlCasesTest {
  private static final LocalDate IN_2022 = LocalDate.of(2022, 10, 21);
  private static final LocalDate IN_2023 = LocalDate.of(2023, 11, 17);
  private static final LocalDate IN_2026 = LocalDate.of(2026, 1, 15);
  private static final ExportControl CONTROL =
      new ExportControl(ExportRuleFiles.onClasspath().load());

  static List<ExportControlCase> cases() throws IOException {
    return ExportControlCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tppAndDensity_areAsWorkedOut(ExportControlCase one) {
    Classification answer = CONTROL.classify(one.facts(), IN_2023);
    Tpp tpp = requireNonNull(answer.tpp());
    assertThat(tpp.value().text()).isEqualTo(one.expected("tpp"));
    assertThat(tpp.formats().stream().sorted().toList()).hasToString(one.expected("formats"));
    PerformanceDensity density = answer.performanceDensity();
    assertThat(density == null ? "null" : density.value().text())
        .isEqualTo(one.expected("density"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rules_sayWhatTheirTextSays(ExportControlCase one) {
    assertThat(outcome(one, "3A090", IN_2022)).isEqualTo(one.expected("y2022"));
    assertThat(outcome(one, "3A090", IN_2023)).isEqualTo(one.expected("y2023"));
    assertThat(outcome(one, "3A090", IN_2026))
        .as("the thresholds did not change")
        .isEqualTo(one.expected("y2023"));
    assertThat(outcome(one, "cn-mo-review", IN_2026)).isEqualTo(one.expected("review"));
    assertThat(outcome(one, "tariff", IN_2026)).isEqualTo(one.expected("tariff"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void exceptions_areForItemsThatAreNotBothInDataCentresAndInParagraphA(ExportControlCase one) {
    List<ExceptionOutcome> exceptions =
        find(one, "3A090", IN_2023).exceptions().stream()
            .filter(e -> e.eligible() == Truth.YES)
            .toList();
    if (one.expects("nac")) {
      assertThat(exceptions).extracting(ExceptionOutcome::name).containsExactly("NAC");
    } else {
      assertThat(exceptions).isEmpty();
    }
  }

  @Test
  void everyInput_namesItsClaims() throws IOException {
    for (ExportControlCase one : cases()) {
      for (RuleOutcome outcome : CONTROL.classify(one.facts(), IN_2026).outcomes()) {
        assertThat(outcome.inputs())
            .allSatisfy(
                i -> {
                  if (!i.value().equals("unknown")) {
                    assertThat(i.claimIds()).as(one + " " + i.name()).isNotEmpty();
                  }
                });
        assertThat(outcome.rule().citation().text()).isNotBlank();
      }
    }
  }

  static String outcome(ExportControlCase one, String family, LocalDate on) {
    RuleOutcome outcome = find(one, family, on);
    return switch (outcome.verdict()) {
      case UNKNOWN -> "unknown";
      case CONTROLLED, APPLIES -> String.join(" or ", outcome.paragraphs());
      case NOT_CONTROLLED, DOES_NOT_APPLY, NOT_APPLICABLE, INFORMATION -> outcome.summary();
    };
  }

  private static RuleOutcome find(ExportControlCase one, String family, LocalDate on) {
    return CONTROL.classify(one.facts(), on).find(family).orElseThrow();
  }
}
