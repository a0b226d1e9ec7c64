package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.exportcontrol.Classification;
import org.suanwang.catalog.exportcontrol.ExportControl;
import org.suanwang.catalog.exportcontrol.RuleOutcome;
import org.suanwang.catalog.exportcontrol.Truth;
import org.suanwang.catalog.load.ExportRuleFiles;
import org.suanwang.catalog.load.ShippedData;

/** What the export rules say of accelerators from the claims that the catalogue is shipped with. */
class ShippedExportControlTest {
  private static final ExportControl CONTROL =
      new ExportControl(ExportRuleFiles.onClasspath().load());

  private static final LocalDate IN_2022 = LocalDate.of(2022, 10, 21);
  private static final LocalDate IN_2023 = LocalDate.of(2023, 11, 17);
  private static final LocalDate IN_2026 = LocalDate.of(2026, 1, 15);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nvidia-v100-sxm2        | none      | none                     | none                  | none
          nvidia-v100-pcie        | none      | none                     | none                  | none
          nvidia-v100s-pcie       | none      | none                     | none                  | none
          nvidia-a100-40gb-sxm    | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          nvidia-a100-80gb-sxm    | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          nvidia-a100-80gb-pcie   | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          nvidia-a800-80gb-sxm    | none      | 3A090.a.1                | case-by-case review   | none
          nvidia-h100-sxm         | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          nvidia-h100-pcie        | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          nvidia-h800-sxm         | none      | 3A090.a.1                | case-by-case review   | none
          nvidia-h20              | none      | none                     | none                  | none
          nvidia-h200-sxm         | 3A090.a   | 3A090.a.1                | case-by-case review   | band 1
          nvidia-b200             | 3A090.a   | 3A090.a.1                | presumption of denial | none
          nvidia-gb200            | 3A090.a   | 3A090.a.1                | presumption of denial | none
          nvidia-b300             | 3A090.a   | 3A090.a.1                | presumption of denial | none
          nvidia-l40s             | none      | 3A090.a.1                | case-by-case review   | none
          nvidia-l4               | none      | 3A090.a.2                | case-by-case review   | none
          nvidia-l20              | none      | none                     | none                  | none
          nvidia-l2               | none      | none                     | none                  | none
          nvidia-rtx-4090         | none      | 3A090.a.1 (NAC)          | case-by-case review   | none
          nvidia-rtx-4090-d       | none      | none                     | none                  | none
          nvidia-rtx-5090         | unknown   | 3A090.a.1 (NAC)          | case-by-case review   | none
          nvidia-rtx-6000-ada     | none      | 3A090.a.1 (NAC)          | case-by-case review   | none
          amd-mi210               | none      | 3A090.b.1 (NAC)          | none                  | none
          amd-mi250               | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          amd-mi250x              | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          amd-mi300x              | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          amd-mi308x              | unknown   | unknown                  | unknown               | unknown
          amd-mi325x              | 3A090.a   | 3A090.a.1                | case-by-case review   | band 2
          amd-mi355x              | 3A090.a   | 3A090.a.1                | presumption of denial | none
          intel-max-1100          | unknown   | unknown                  | unknown               | none
          intel-gaudi3            | 3A090.a   | 3A090.a.1                | presumption of denial | none
          intel-gaudi2            | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          google-tpu-v5p          | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          huawei-ascend-310       | none      | none                     | none                  | none
          huawei-ascend-910       | none      | 3A090.a.1 or 3A090.a.2   | case-by-case review   | none
          huawei-ascend-910c      | 3A090.a   | 3A090.a.1                | case-by-case review   | none
          cambricon-mlu290-m5     | none      | 3A090.a.2                | case-by-case review   | none
          cambricon-mlu370-s4     | none      | none                     | none                  | none
          cambricon-mlu370-x8     | none      | unknown                  | unknown               | none
          enflame-cloudblazer-t20 | none      | unknown                  | unknown               | none
          biren-br100             | none      | 3A090.a.1                | case-by-case review   | none
          hygon-shensuan-1        | none      | none                     | none                  | none
          jingjia-jm9             | none      | none                     | none                  | none
          """)
  void accelerator_isClassifiedFromItsClaims(
      String id, String y2022, String y2023, String review, String tariff) {
    assertThat(outcome(id, IN_2022, "3A090")).as("2022").isEqualTo(y2022);
    assertThat(outcome(id, IN_2023, "3A090")).as("2023").isEqualTo(y2023);
    assertThat(outcome(id, IN_2026, "cn-mo-review")).as("2026").isEqualTo(review);
    assertThat(outcome(id, IN_2026, "tariff")).as("tariff").isEqualTo(tariff);
  }

  private static String outcome(String id, LocalDate on, String family) {
    Classification answer =
        CONTROL.classify(ExportFacts.of(ShippedData.catalog().findDossier(id).orElseThrow()), on);
    RuleOutcome outcome = answer.find(family).orElseThrow();
    return switch (outcome.verdict()) {
      case CONTROLLED, APPLIES -> String.join(" or ", outcome.paragraphs()) + nac(outcome);
      case UNKNOWN -> "unknown";
      default -> "none";
    };
  }

  private static String nac(RuleOutcome outcome) {
    boolean isExcepted =
        outcome.exceptions().stream()
            .anyMatch(e -> e.name().equals("NAC") && e.eligible() == Truth.YES);
    return isExcepted ? " (NAC)" : "";
  }
}
