package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;

/** Throughputs in the form of Gavel's file, whole and broken. The numbers are made up. */
class GavelThroughputsTest {
  /** B does nothing on k80, where the two share nothing; gangs of two are told spread as well. */
  private static final String TABLE =
      """
      {"v100": {"('A (batch size 1)', 1)": {"null": 10.0, "('B', 1)": [6.0, 1.0]},
                "('B', 1)": {"null": 2, "('A (batch size 1)', 1)": [1.0, 6.0], "('B', 1)": [2.5, 2.5]},
                "('A (batch size 1)', 2)": {"null": 18.0, "('A (batch size 1)', 2)": [9.0, 9.0]}},
       "v100_unconsolidated": {"('A (batch size 1)', 1)": {"null": 10.0},
                               "('A (batch size 1)', 2)": {"null": 12.0}},
       "k80": {"('A (batch size 1)', 1)": {"null": 5.0, "('B', 1)": [0.0, 0.0]},
               "('B', 1)": {"null": 0.0, "('A (batch size 1)', 1)": [0.0, 0.0]}}}""";

  private static ThroughputRule read(String more) {
    Findings findings = new Findings();
    try {
      var given = new ObjectMapper().readValue("{" + more + "}", ThroughputRequest.class);
      ThroughputRule rule = ThroughputReader.read(findings, given);
      findings.throwIfAny();
      return rule;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ThroughputRow row(
      String jobClass, String type, int devices, @Nullable Boolean consolidated, double steps) {
    return new ThroughputRow(jobClass, type, devices, consolidated, steps, GavelThroughputs.SOURCE);
  }

  private static SharingRow pair(String jobClass, String beside, double share) {
    return new SharingRow(jobClass, beside, "v100", share, GavelThroughputs.SOURCE);
  }

  @Test
  void table_becomesRowsAndPairs() {
    ThroughputRule rule = read("\"gavel\":" + TABLE);
    assertThat(rule.rows())
        .containsExactly(
            row("A (batch size 1)", "v100", 1, null, 10),
            row("B", "v100", 1, null, 2),
            row("A (batch size 1)", "v100", 2, true, 18),
            row("A (batch size 1)", "v100", 2, false, 12),
            row("A (batch size 1)", "k80", 1, null, 5));
    assertThat(rule.sharing())
        .containsExactly(
            pair("A (batch size 1)", "B", 0.6),
            pair("B", "A (batch size 1)", 0.5),
            pair("B", "B", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"null\": 2,|\"null\": -2,|throughput.gavel.v100.('B', 1).null = -2",
        "\"null\": 2,|\"null\": \"2\",|throughput.gavel.v100.('B', 1).null = \"2\"",
        "\"null\": 2,|\"none\": [1, 1],|throughput.gavel.v100.('B', 1) = ",
        "[6.0, 1.0]|[6.0]|throughput.gavel.v100.('A (batch size 1)', 1).('B', 1) = [6.0]",
        "[6.0, 1.0]|[6.0, null]|throughput.gavel.v100.('A (batch size 1)', 1).('B', 1)[1] = null",
        "[2.5, 2.5]|[2.5, 2.5], \"('C', 1)\": [1, 1]|throughput.gavel.v100.('B', 1).('C', 1) = ",
        "\"('B', 1)\": {\"null\": 2|\"B\": {\"null\": 2|throughput.gavel.v100.B = B",
        "\"('B', 1)\": {\"null\": 2|\"('B', 0)\": {\"null\": 2|throughput.gavel.v100.('B', 0) = ",
        "\"k80\": {|\"p100\": null, \"k80\": {|throughput.gavel.p100 = "
      })
  void tableThatIsWrong_isToldWithItsField(String right, String wrong, String told) {
    assertThat(TABLE).contains(right);
    String broken = TABLE.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    assertThat(findings("\"gavel\":" + broken)).anyMatch(f -> f.startsWith(told));
  }

  private static List<String> findings(String more) {
    try {
      read(more);
      return List.of();
    } catch (InvalidInputException e) {
      return e.violations().stream().map(v -> v.field() + " = " + v.value()).toList();
    }
  }

  @Test
  void rowThatIsToldTwice_isRefused() {
    String own =
        "\"rows\":[{\"jobClass\":\"B\",\"deviceType\":\"v100\",\"stepsPerSecond\":2,"
            + "\"source\":\"own\"}],";
    assertThat(findings(own + "\"gavel\":" + TABLE))
        .anyMatch(f -> f.startsWith("throughput.gavel"));
    assertThat(findings(own.substring(0, own.length() - 1))).isEmpty();
  }
}
