package org.suanwang.catalog.exportcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.load.ExportRuleFiles;

/** High bandwidth memory by itself, and in one package with a processor. */
class ExportControlMemoryTest {
  private static final LocalDate IN_2024 = LocalDate.of(2024, 12, 2);
  private static final ExportControl CONTROL =
      new ExportControl(ExportRuleFiles.onClasspath().load());

  private static ChipFacts memory(@Nullable String bandwidth, String area, Truth coPackaged) {
    Sourced rate =
        bandwidth == null ? null : new Sourced(Interval.of(bandwidth), List.of("claim.bandwidth"));
    var stack =
        new MemoryStack(
            rate,
            new Sourced(Interval.of(area), List.of("claim.area")),
            new Statement(coPackaged, List.of("claim.package")));
    return new ChipFacts(
        "made-up-hbm", List.of(), null, Statement.UNKNOWN, null, null, stack, Statement.UNKNOWN);
  }

  private static RuleOutcome ask(ChipFacts facts) {
    return CONTROL.classify(facts, IN_2024).find("3A090.c").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "220, 110, not controlled, UNKNOWN",
    "220.001, 110, 3A090.c, YES",
    "362.9, 110, 3A090.c, YES",
    "363, 110, 3A090.c, NO",
    "819.2, 110, 3A090.c, NO",
  })
  void density_isControlledAbove2AndExceptedBelow3point3(
      String bandwidth, String area, String expected, Truth exception) {
    RuleOutcome outcome = ask(memory(bandwidth, area, Truth.NO));
    assertThat(outcome.summary()).isEqualTo(expected);
    if (outcome.verdict() == Verdict.CONTROLLED) {
      assertThat(outcome.exceptions())
          .extracting(ExceptionOutcome::eligible)
          .containsExactly(exception);
    }
  }

  @Test
  void memoryInOnePackageWithLogic_goesWithIt() {
    assertThat(ask(memory("819.2", "110", Truth.YES)).summary())
        .isEqualTo("not controlled (co-packaged)");
    assertThat(ask(Chips.withTpp("15832").facts()).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void memoryOfUnknownBandwidth_isOpen() {
    RuleOutcome open = ask(memory(null, "110", Truth.NO));
    assertThat(open.summary())
        .isEqualTo(
            "unknown: needs memory bandwidth density (bandwidth and area of the memory stack is not"
                + " known); 3A090.c if memory bandwidth density > 2; not controlled if memory"
                + " bandwidth density <= 2");
  }

  @Test
  void memoryAlone_isNoProcessor() {
    Classification answer = CONTROL.classify(memory("819.2", "110", Truth.NO), IN_2024);
    assertThat(answer.find("3A090").orElseThrow().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }
}
