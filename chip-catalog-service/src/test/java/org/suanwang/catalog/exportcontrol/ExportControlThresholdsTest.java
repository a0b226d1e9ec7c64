package org.suanwang.catalog.exportcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.load.ExportRuleFiles;

/** Exactly at a threshold, just below it, and on both sides at once. */
class ExportControlThresholdsTest {
  private static final LocalDate IN_2022 = LocalDate.of(2022, 10, 21);
  private static final LocalDate IN_2023 = LocalDate.of(2023, 11, 17);
  private static final LocalDate IN_2026 = LocalDate.of(2026, 1, 15);
  private static final ExportControl CONTROL =
      new ExportControl(ExportRuleFiles.onClasspath().load());

  private static RuleOutcome ask(Chips chip, String family, LocalDate on) {
    return CONTROL.classify(chip.facts(), on).find(family).orElseThrow();
  }

  private static RuleOutcome in2023(Chips chip) {
    return ask(chip, "3A090", IN_2023);
  }

  @ParameterizedTest
  @CsvSource({
    "4800, 600, 3A090.a",
    "4799.99, 600, not controlled",
    "4800, 599.99, not controlled",
    "20000, 599.99, not controlled",
  })
  void in2022_bothThresholdsMustBeReached(String tpp, String io, String expected) {
    assertThat(ask(Chips.withTpp(tpp).io(io), "3A090", IN_2022).summary()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // TPP, die area, outcome: 1000 mm2 make the density a thousandth of the TPP
    "4800, 100000, 3A090.a.1",
    "4799.999, 100000, not controlled",
    "1600, 270.27, 3A090.a.2",
    "1599.999, 1, not controlled",
    "4736, 800, 3A090.a.2",
    "4735.999, 800, 3A090.b.1",
    "2400, 1500, 3A090.b.1",
    "2399.999, 1500, not controlled",
    "2400, 1500.001, not controlled",
    "1600, 500, 3A090.b.2",
    "1599.999, 500, not controlled",
    "1600, 500.001, not controlled",
  })
  void since2023_eachThresholdIsReachedExactly(String tpp, String die, String expected) {
    assertThat(in2023(Chips.withTpp(tpp).die(die)).summary()).isEqualTo(expected);
  }

  @Test
  void paragraphs_thatAreMetTooAreTold() {
    RuleOutcome both = in2023(Chips.withTpp("4992").die("826"));
    assertThat(both.paragraphs()).containsExactly("3A090.a.1");
    assertThat(both.alsoMet()).containsExactly("3A090.a.2");
    RuleOutcome lower = in2023(Chips.withTpp("2899.2").die("724"));
    assertThat(lower.paragraphs()).containsExactly("3A090.b.1");
    assertThat(lower.alsoMet()).containsExactly("3A090.b.2");
  }

  @Test
  void arithmetic_canBeFollowed() {
    assertThat(in2023(Chips.withTpp("4096").die("624")).arithmetic())
        .containsExactly(
            "INT8: 512 TOP/s x 8 bit = 4096 TPP",
            "performance density = 4096 TPP / 624 mm2 = 6.5641",
            "Note 2 to 3A090: not designed or marketed for use in data centres: no; TPP < 4800: yes",
            "3A090.a.1: TPP >= 4800: no",
            "3A090.a.2: TPP >= 1600: yes; performance density >= 5.92: yes",
            "3A090.b.1: TPP >= 2400: yes; TPP < 4800: yes; performance density >= 1.6: yes;"
                + " performance density < 5.92: no",
            "3A090.b.2: TPP >= 1600: yes; performance density >= 3.2: yes;"
                + " performance density < 5.92: no");
  }

  @Test
  void missingDie_isNeverGuessed() {
    RuleOutcome open = in2023(Chips.withTpp("4096"));
    assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(open.paragraphs()).containsExactly("3A090.a.2", "3A090.b.1");
    assertThat(open.licence()).isEqualTo(Licence.UNKNOWN);
    assertThat(open.summary())
        .isEqualTo(
            "unknown: needs performance density (the applicable die area is not known); "
                + "3A090.a.2 if performance density >= 5.92; "
                + "3A090.b.1 if performance density >= 1.6 and < 5.92; "
                + "not controlled if performance density < 1.6");
    assertThat(open.inputs())
        .contains(new Input("applicable die area", "unknown", "mm2", List.of()));
  }

  @Test
  void missingDie_belowTheThresholdOfB1LeavesB2() {
    assertThat(in2023(Chips.withTpp("2048")).readings())
        .extracting(Reading::text)
        .containsExactly(
            "3A090.a.2 if performance density >= 5.92",
            "3A090.b.2 if performance density >= 3.2 and < 5.92",
            "not controlled if performance density < 3.2");
  }

  @Test
  void missingDie_doesNotMatterAboveAndBelow() {
    assertThat(in2023(Chips.withTpp("4800")).summary()).isEqualTo("3A090.a.1");
    assertThat(in2023(Chips.withTpp("1599")).summary()).isEqualTo("not controlled");
  }

  @Test
  void missingIoRate_mattersOnlyFrom4800On() {
    RuleOutcome open = ask(Chips.withTpp("5120"), "3A090", IN_2022);
    assertThat(open.summary())
        .isEqualTo(
            "unknown: needs I/O rate (the aggregate bidirectional I/O transfer rate is not known);"
                + " 3A090.a if I/O rate >= 600; not controlled if I/O rate < 600");
    assertThat(ask(Chips.withTpp("4799"), "3A090", IN_2022).verdict())
        .isEqualTo(Verdict.NOT_CONTROLLED);
  }

  @Test
  void missingPeaks_areNeverZero() {
    ChipFacts nothing =
        new ChipFacts(
            "made-up", List.of(), null, Statement.UNKNOWN, null, null, null, Statement.UNKNOWN);
    Classification answer = CONTROL.classify(nothing, IN_2026);
    assertThat(answer.tpp()).isNull();
    assertThat(answer.find("3A090").orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(answer.find("cn-mo-review").orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(answer.find("tariff").orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void dieInConflict_leavesAChoiceButIsSurelyControlled() {
    RuleOutcome outcome = in2023(Chips.withTpp("4096").die(Interval.between("624", "1228")));
    assertThat(outcome.verdict()).isEqualTo(Verdict.CONTROLLED);
    assertThat(outcome.paragraphs()).containsExactly("3A090.a.2", "3A090.b.1");
    assertThat(outcome.licence()).isEqualTo(Licence.REQUIRED);
    assertThat(outcome.needs())
        .containsExactly("one value of performance density, known as 3.3355 to 6.5641");
  }

  @Test
  void tppInConflict_isNotTakenForIndependentOfTheDensity() {
    // At 3000 to 5000 TPP on 500 mm2 the density is 6 to 10: b.1 is out of reach.
    RuleOutcome outcome = in2023(Chips.withTpp("3000", "5000").die("500"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.CONTROLLED);
    assertThat(outcome.paragraphs()).containsExactly("3A090.a.1", "3A090.a.2");
    // At 1500 to 1700 TPP on 480 mm2, 3.2 is reached at 1536, but 1600 decides.
    assertThat(in2023(Chips.withTpp("1500", "1700").die("480")).readings())
        .extracting(Reading::outcome)
        .containsExactly("3A090.b.2", "not controlled");
  }

  @Test
  void planarDies_haveNoPerformanceDensity() {
    Chips chip = Chips.withTpp("4096").die("624");
    assertThat(in2023(chip.nonPlanar(Truth.NO)).summary()).isEqualTo("not controlled");
    assertThat(CONTROL.classify(chip.nonPlanar(Truth.NO).facts(), IN_2023).performanceDensity())
        .isNull();
    RuleOutcome open = in2023(chip.nonPlanar(Truth.UNKNOWN));
    assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(open.needs())
        .containsExactly("whether it is made on a node with non-planar transistors");
    assertThat(open.readings())
        .extracting(Reading::text)
        .containsExactly(
            "3A090.a.2 if made on a node with non-planar transistors, performance density = 6.5641",
            "not controlled if not made on a node with non-planar transistors");
  }

  @ParameterizedTest
  @CsvSource({
    "4799.999, NO, not controlled (Note 2 to 3A090)",
    "4800, NO, 3A090.a.1",
    "4799.999, YES, 3A090.a.2",
  })
  void note2_endsAt4800(String tpp, Truth dataCentre, String expected) {
    RuleOutcome outcome = in2023(Chips.withTpp(tpp).die("600").dataCentre(dataCentre));
    assertThat(outcome.summary()).isEqualTo(expected);
  }

  @Test
  void unknownSegment_leavesNote2Open() {
    RuleOutcome open = in2023(Chips.withTpp("4000").die("600").dataCentre(Truth.UNKNOWN));
    assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(open.summary())
        .isEqualTo(
            "unknown: needs whether it is designed or marketed for use in data centres; 3A090.a.2"
                + " if designed or marketed for use in data centres; not controlled (Note 2 to"
                + " 3A090) if not designed or marketed for use in data centres");
  }

  @ParameterizedTest
  @CsvSource({
    "4800, 600, NO, YES",
    "4800, 600, YES, NO",
    "4800, 600, UNKNOWN, UNKNOWN",
    "2899.2, 724, YES, YES",
  })
  void exceptions_lookAtParagraphAndSegment(
      String tpp, String die, Truth dataCentre, Truth eligible) {
    RuleOutcome outcome = ask(Chips.withTpp(tpp).die(die).dataCentre(dataCentre), "3A090", IN_2026);
    assertThat(outcome.exceptions())
        .extracting(ExceptionOutcome::name)
        .containsExactly("NAC", "ACA");
    assertThat(outcome.exceptions()).extracting(ExceptionOutcome::eligible).containsOnly(eligible);
  }

  @ParameterizedTest
  @CsvSource({
    "20999.99, 6499.99, case-by-case review",
    "21000, 6499.99, presumption of denial",
    "20999.99, 6500, presumption of denial",
    "1000, 100, does not apply",
  })
  void review_isCaseByCaseBelowBothThresholds(String tpp, String dram, String expected) {
    assertThat(ask(Chips.withTpp(tpp).dram(dram), "cn-mo-review", IN_2026).summary())
        .isEqualTo(expected);
  }

  @Test
  void review_withoutBandwidthIsOpenUnlessTppDecides() {
    RuleOutcome open = ask(Chips.withTpp("15832"), "cn-mo-review", IN_2026);
    assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(open.readings())
        .extracting(Reading::text)
        .containsExactly(
            "case-by-case review if total DRAM bandwidth < 6500",
            "presumption of denial if total DRAM bandwidth >= 6500");
    assertThat(ask(Chips.withTpp("36000"), "cn-mo-review", IN_2026).summary())
        .isEqualTo("presumption of denial");
  }

  @ParameterizedTest
  @CsvSource({
    "14000, 4800, does not apply",
    "14000.01, 4800, band 1",
    "17500, 4800, does not apply",
    "15832, 4500, does not apply",
    "15832, 5000, does not apply",
    "20919.2, 6000, band 2",
    "20800, 6000, does not apply",
    "21100, 6000, does not apply",
    "20919.2, 5800, does not apply",
    "20919.2, 6200, does not apply",
  })
  void tariffBands_excludeTheirEnds(String tpp, String dram, String expected) {
    assertThat(ask(Chips.withTpp(tpp).dram(dram), "tariff", IN_2026).summary()).isEqualTo(expected);
  }
}
