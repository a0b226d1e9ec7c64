package org.suanwang.local.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** On the answers of a real run, cut down to what the page shows. */
class SummaryTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void answersOfARun_pageShowsEachStepsResult() throws IOException {
    String page = new Summary(answers()).render();

    assertThat(page)
        .contains("idle compute     8873 × rate   8 % =  709.84, printed 710")
        .contains("10 companies × 8,000 nvidia-h100-sxm × 90 days = 172,800,000 device-hours")
        .contains("one company needs 30,919 huawei-ascend-910 (24,735 to 30,919, sources disagree)")
        .contains(
            "0.01000 of the 237,166 nvidia-h100-sxm that serve: 297 replicas of 8 nvidia-h100")
        .contains("fifo-first-fit", "fifo-best-fit")
        .containsPattern("the report, top-down +444 +710 +887");
  }

  /** The fee of the ledger and the report's formula at another utilisation are two things. */
  @Test
  void settledFee_standsBesideTheReportsFormula() throws IOException {
    ObjectNode answers = answers();
    ObjectNode measured = (ObjectNode) answers.at("/reconciliation/bottomUp/0/measured");
    ((ObjectNode) measured.path("annualFee")).put("value", 98.76);

    String page = new Summary(answers).render();

    assertThat(page)
        .contains("at the utilisation found by fifo-first-fit")
        .contains("really settled under fifo-first-fit: 98.76 a year");
  }

  @Test
  void cellsThatAreRight_areNotCountedAsDoubtful() throws IOException {
    ObjectNode answers = answers();
    answers
        .putObject("accelerators")
        .putArray("items")
        .addObject()
        .putArray("cells")
        .add(cell("OK"))
        .add(cell("NOT_CHECKED"))
        .add(cell("WRONG"))
        .add(cell("NOT_PRINTED"));

    assertThat(new Summary(answers).render())
        .contains("1 accelerators, 3 cells as printed, 1 of them wrong");
  }

  @Test
  void otherDefaultLocale_samePage() throws IOException {
    Locale before = Locale.getDefault();
    String page = new Summary(answers()).render();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(new Summary(answers()).render()).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void variableMissing_isNamed() throws IOException {
    ObjectNode answers = answers();
    ((ObjectNode) answers.at("/schedulingFees/0")).putArray("values");

    assertThatThrownBy(() -> new Summary(answers).render())
        .hasMessageContaining("no value for idle_compute_2025");
  }

  private static ObjectNode cell(String status) {
    return JSON.createObjectNode().put("status", status);
  }

  private static ObjectNode answers() throws IOException {
    return (ObjectNode) JSON.readTree(SummaryTest.class.getResourceAsStream("answers.json"));
  }
}
