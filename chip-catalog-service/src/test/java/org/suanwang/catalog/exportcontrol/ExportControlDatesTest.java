package org.suanwang.catalog.exportcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.load.ExportRuleFiles;

/** Which rule is in force when, and for which destination. */
class ExportControlDatesTest {
  private static final RuleBook RULES = ExportRuleFiles.onClasspath().load();
  private static final ExportControl CONTROL = new ExportControl(RULES);
  private static final Chips A800 = Chips.withTpp("4992").die("826").io("400").dram("2040");

  @ParameterizedTest
  @CsvSource({
    "2022-10-06, none",
    "2022-10-07, 3A090@2022-10-07",
    "2023-11-16, 3A090@2022-10-07",
    "2023-11-17, 3A090@2023-11-17",
    "2023-11-18, 3A090@2023-11-17",
    "2024-04-03, 3A090@2023-11-17",
    "2024-04-04, 3A090@2024-04-04",
    "2026-12-31, 3A090@2024-04-04",
  })
  void versionInForce_changesOnItsDay(LocalDate on, String expected) {
    assertThat(RULES.inForce("3A090", on).map(Rule::id).orElse("none")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a100-letter, 2022-08-26",
    "mi250-letter, 2022-08-31",
    "3A090.c, 2024-12-02",
    "ai-diffusion, 2025-01-15",
    "foundry-presumption, 2025-01-16",
    "h20-letter, 2025-04-09",
    "mi308-letter, 2025-04-15",
    "ascend-guidance, 2025-05-13",
    "cn-mo-review, 2026-01-15",
    "tariff, 2026-01-15",
  })
  void otherRules_beginOnTheirDay(String family, LocalDate day) {
    assertThat(RULES.inForce(family, day.minusDays(1))).isEmpty();
    assertThat(RULES.inForce(family, day)).isPresent();
  }

  @Test
  void beforeTheFirstRule_nothingIsInForce() {
    Classification answer = CONTROL.classify(A800.facts(), LocalDate.of(2022, 8, 25));
    assertThat(answer.outcomes()).isEmpty();
    assertThat(answer.notes()).contains("No rule that is known here was in force on 2022-08-25.");
  }

  @Test
  void reducedInterconnect_helpedUntilNovember2023() {
    assertThat(summary("3A090", "2023-11-16")).isEqualTo("not controlled");
    assertThat(summary("3A090", "2023-11-17")).isEqualTo("3A090.a.1");
    assertThat(summary("cn-mo-review", "2026-01-15")).isEqualTo("case-by-case review");
  }

  private static String summary(String family, String on) {
    return CONTROL.classify(A800.facts(), LocalDate.parse(on)).find(family).orElseThrow().summary();
  }

  @Test
  void dayOfCompliance_isToldUntilItComes() {
    String told = "3A090.c@2024-12-02 is in force, but must be kept from 2024-12-31 on.";
    assertThat(CONTROL.classify(A800.facts(), LocalDate.of(2024, 12, 30)).notes()).contains(told);
    assertThat(CONTROL.classify(A800.facts(), LocalDate.of(2024, 12, 31)).notes())
        .doesNotContain(told);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-16, CN, REQUIRED",
    "2023-01-16, MO, NOT_REQUIRED",
    "2022-11-01, HK, REQUIRED",
    "2023-11-17, HK, REQUIRED",
    "2023-01-17, MO, REQUIRED",
    "2023-01-17, DE, NOT_REQUIRED",
    "2023-11-17, CN, REQUIRED",
    "2023-11-17, MO, REQUIRED",
    "2023-11-17, AE, UNKNOWN",
  })
  void licence_dependsOnTheDestination(LocalDate on, String destination, Licence expected) {
    ChipFacts a100 = Chips.withTpp("4992").die("826").io("600").facts();
    RuleOutcome outcome = CONTROL.classify(a100, on, destination).find("3A090").orElseThrow();
    assertThat(outcome.verdict()).isEqualTo(Verdict.CONTROLLED);
    assertThat(outcome.licence()).isEqualTo(expected);
  }

  @Test
  void review_isForChinaAndMacauOnly() {
    LocalDate on = LocalDate.of(2026, 1, 15);
    assertThat(
            CONTROL.classify(A800.facts(), on, "VN").find("cn-mo-review").orElseThrow().verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static ChipFacts named(String accelerator, Chips numbers) {
    ChipFacts made = numbers.facts();
    return new ChipFacts(
        accelerator,
        made.peaks(),
        made.dieAreaSquareMillimetres(),
        made.nonPlanar(),
        null,
        made.dramGigabytesPerSecond(),
        null,
        made.dataCentre());
  }

  @Test
  void h20_isFreeByItsNumbersAndNotByLetter() {
    ChipFacts h20 = named("nvidia-h20", Chips.withTpp("2368").die("814").dram("4000"));
    Classification answer = CONTROL.classify(h20, LocalDate.of(2025, 4, 9));
    assertThat(answer.find("3A090").orElseThrow().summary()).isEqualTo("not controlled");
    RuleOutcome letter = answer.find("h20-letter").orElseThrow();
    assertThat(letter.verdict()).isEqualTo(Verdict.APPLIES);
    assertThat(letter.licence()).isEqualTo(Licence.REQUIRED);
    assertThat(letter.rule().thresholds()).as("a letter is no numeric rule").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nvidia-a100-80gb-sxm, a100-letter, 2022-09-01, REQUIRED",
    "amd-mi250, mi250-letter, 2022-09-01, REQUIRED",
    "amd-mi100, mi250-letter, 2022-09-01, NOT_ASKED",
    "amd-mi308x, mi308-letter, 2025-04-15, REQUIRED",
    "amd-mi300x, mi308-letter, 2025-04-15, NOT_ASKED",
  })
  void letters_askForALicenceForWhatTheyName(
      String id, String family, LocalDate on, Licence expected) {
    assertThat(CONTROL.classify(named(id, A800), on).find(family).orElseThrow().licence())
        .isEqualTo(expected);
  }

  @Test
  void letter_doesNotSayThatOthersAreFree() {
    ChipFacts other = Chips.withTpp("2368").die("814").dram("4000").facts();
    RuleOutcome letter =
        CONTROL.classify(other, LocalDate.of(2025, 4, 9)).find("h20-letter").orElseThrow();
    assertThat(letter.verdict()).isEqualTo(Verdict.INFORMATION);
    assertThat(letter.licence()).isEqualTo(Licence.NOT_ASKED);
    assertThat(letter.summary()).contains("not named").contains("not public");
  }

  @Test
  void guidance_appliesToWhomItNames_andFreesNobody() {
    LocalDate day = LocalDate.of(2025, 6, 1);
    RuleOutcome named = guidance(named("huawei-ascend-910b", A800), day);
    assertThat(named.verdict()).isEqualTo(Verdict.APPLIES);
    assertThat(named.licence()).as("a warning asks for none").isEqualTo(Licence.NOT_ASKED);
    RuleOutcome other = guidance(A800.facts(), day);
    assertThat(other.verdict()).isEqualTo(Verdict.INFORMATION);
    assertThat(other.summary()).contains("not named").contains("not to be complete");
  }

  private static RuleOutcome guidance(ChipFacts facts, LocalDate day) {
    return CONTROL.classify(facts, day).find("ascend-guidance").orElseThrow();
  }

  @Test
  void rulesWithoutComputation_areTold() {
    Classification answer = CONTROL.classify(A800.facts(), LocalDate.of(2025, 6, 1));
    for (String family : List.of("ai-diffusion", "foundry-presumption")) {
      RuleOutcome outcome = answer.find(family).orElseThrow();
      assertThat(outcome.verdict()).isEqualTo(Verdict.INFORMATION);
      assertThat(outcome.licence()).isEqualTo(Licence.NOT_ASKED);
      assertThat(outcome.summary()).isNotBlank();
    }
    assertThat(answer.find("ai-diffusion").orElseThrow().summary()).contains("Never enforced");
  }
}
