package org.suanwang.catalog.exportcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.suanwang.catalog.load.ExportRuleFiles;

/**
 * The rule of 2023 written down a second time, as plain comparisons of exact numbers: every chip
 * that the known spans allow must come out as one of the told outcomes, and every told outcome must
 * come from such a chip.
 */
class ExportControlOracleTest {
  private static final LocalDate IN_2023 = LocalDate.of(2023, 11, 17);
  private static final ExportControl CONTROL =
      new ExportControl(ExportRuleFiles.onClasspath().load());
  private static final int STEPS = 120;

  /** All in whole numbers: TPP and area in 120ths, and no density is divided out. */
  private static String paragraph(long tpp, long area, boolean dataCentre) {
    if (!dataCentre && tpp < 4800L * STEPS) {
      return "not controlled (Note 2 to 3A090)";
    }
    if (tpp >= 4800L * STEPS) {
      return "3A090.a.1";
    }
    if (tpp < 1600L * STEPS) {
      return "not controlled";
    }
    if (isDensity(tpp, area, 592)) {
      return "3A090.a.2";
    }
    if (tpp >= 2400L * STEPS && isDensity(tpp, area, 160)) {
      return "3A090.b.1";
    }
    return isDensity(tpp, area, 320) ? "3A090.b.2" : "not controlled";
  }

  private static boolean isDensity(long tpp, long area, long hundredths) {
    return 100 * tpp >= hundredths * area;
  }

  @RepeatedTest(60)
  void outcomes_areThoseOfTheChipsThatArePossible(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    SplittableRandom random = new SplittableRandom(seed);
    // Spans of some hundred TPP and square millimetres, so that the grid misses no outcome.
    int tppLow = random.nextInt(1200, 5200);
    int tppHigh = tppLow + random.nextInt(0, 900);
    int areaLow = random.nextInt(200, 1600);
    int areaHigh = areaLow + random.nextInt(0, 600);
    Truth dataCentre = List.of(Truth.YES, Truth.NO, Truth.UNKNOWN).get(random.nextInt(3));
    Set<String> expected = new HashSet<>();
    for (long tpp : grid(tppLow, tppHigh)) {
      for (long area : grid(areaLow, areaHigh)) {
        for (boolean isDataCentre : dataCentre.possibilities()) {
          expected.add(paragraph(tpp, area, isDataCentre));
        }
      }
    }
    assertThat(told(tppLow, tppHigh, areaLow, areaHigh, dataCentre))
        .as("seed %d: %d-%d TPP, %d-%d mm2", seed, tppLow, tppHigh, areaLow, areaHigh)
        .isEqualTo(expected);
  }

  private static Set<String> told(
      int tppLow, int tppHigh, int areaLow, int areaHigh, Truth dataCentre) {
    Chips chip =
        Chips.withTpp(String.valueOf(tppLow), String.valueOf(tppHigh))
            .die(Interval.between(String.valueOf(areaLow), String.valueOf(areaHigh)))
            .dataCentre(dataCentre);
    RuleOutcome outcome = CONTROL.classify(chip.facts(), IN_2023).find("3A090").orElseThrow();
    Set<String> told = new HashSet<>();
    outcome.readings().forEach(r -> told.add(r.outcome()));
    if (told.isEmpty()) {
      told.add(outcome.summary());
    }
    return told;
  }

  private static long[] grid(int low, int high) {
    return LongStream.rangeClosed(0, STEPS)
        .map(i -> (long) low * STEPS + (high - low) * i)
        .toArray();
  }
}
