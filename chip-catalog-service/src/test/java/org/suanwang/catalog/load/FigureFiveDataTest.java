package org.suanwang.catalog.load;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;

/** The package of the report's figure 5: every cell is there, and the known corrections win. */
class FigureFiveDataTest {
  private static final int CELLS = 24 * 9;

  private final Catalog catalog =
      Catalog.of(
          new DataPackageLoader(PackageFiles.onClasspath()).load("report-figure-5").content());

  private Specification specification(String id) {
    return catalog.findSpecification(id).orElseThrow();
  }

  private Resolved dense(String id, Precision precision) {
    return specification(id).headlinePeak(precision).orElseThrow().peak();
  }

  @Test
  void everyCellOfTheFigure_hasAVerdict() {
    assertThat(catalog.accelerators()).hasSize(24);
    assertThat(catalog.content().verdicts()).hasSize(CELLS);
  }

  @Test
  void everyWrongCell_isCorrected() {
    List<CellStatus> wrong =
        List.of(
            CellStatus.WRONG_BASIS,
            CellStatus.WRONG_MISLABELLED,
            CellStatus.MISLABELLED,
            CellStatus.MISLABELLED_UNIT,
            CellStatus.LOST_IN_EXTRACTION);
    assertThat(catalog.content().verdicts())
        .filteredOn(v -> wrong.contains(v.status()))
        .isNotEmpty()
        .allSatisfy(v -> assertThat(isCorrectedAway(v.claimId())).as(v.claimId()).isTrue());
  }

  @Test
  void everyCellThatIsRight_stands() {
    assertThat(catalog.content().verdicts())
        .filteredOn(v -> v.status() == CellStatus.OK)
        .extracting(Verdict::claimId)
        .noneMatch(this::isCorrectedAway);
  }

  private boolean isCorrectedAway(String claimId) {
    String subject = Catalog.subjectOf(claimId);
    return catalog.findDossier(subject).orElseThrow().isCorrectedAway(claimId);
  }

  @Test
  void knownDefects_areFoundAsCorrected() {
    assertThat(IntegrityRules.check(catalog).all())
        .extracting(Finding::subject)
        .contains(
            "amd-mi250.figure-5.mem-bw",
            "huawei-ascend-310.figure-5.fp16",
            "cambricon-mlu370-s4.figure-5.fp16");
  }

  @Test
  void h100Sxm_resolvesToDenseAndShowsSparse() {
    assertThat(dense("nvidia-h100-sxm", Precision.FP16).value()).isEqualByComparingTo("989.4");
    List<PeakThroughput> sparse =
        specification("nvidia-h100-sxm").throughputs().stream()
            .filter(t -> t.of().precision() == Precision.FP16)
            .filter(t -> t.of().sparsity() == Sparsity.SPARSE_2_4)
            .toList();
    assertThat(sparse).hasSize(1);
    assertThat(sparse.getFirst().peak().value()).isEqualByComparingTo("1979");
    assertThat(catalog.findClaim("nvidia-h100-sxm.figure-5.fp16").orElseThrow().printed())
        .isEqualTo("1979 TFLOPS");
  }

  @Test
  void correctedValues_win() {
    assertThat(dense("nvidia-h100-pcie", Precision.FP16).value()).isEqualByComparingTo("756.5");
    assertThat(dense("cambricon-mlu370-s4", Precision.FP16).value()).isEqualByComparingTo("72");
    assertThat(dense("cambricon-mlu290-m5", Precision.INT16).value()).isEqualByComparingTo("256");
    for (String id : List.of("amd-mi250", "amd-mi250x")) {
      Resolved bandwidth = requireNonNull(specification(id).memoryBandwidth());
      assertThat(bandwidth.value()).isEqualByComparingTo("3276.8");
      assertThat(bandwidth.low()).isGreaterThan(new BigDecimal("3000"));
    }
  }

  @Test
  void ascend910_keepsBothBins() {
    Resolved fp16 = dense("huawei-ascend-910", Precision.FP16);
    assertThat(fp16.low()).isEqualByComparingTo("256");
    assertThat(fp16.value()).isEqualByComparingTo("256");
    assertThat(fp16.high()).isEqualByComparingTo("320");
  }

  @Test
  void boundsRangesFootnotesAndPrefixes_survive() {
    assertThat(quantity("jingjia-jm9.figure-5.tdp")).isInstanceOf(Quantity.Bound.class);
    assertThat(quantity("nvidia-h100-pcie.figure-5.tdp")).isInstanceOf(Quantity.Range.class);
    assertThat(quantity("jingjia-jm9100.figure-5.fp32"))
        .isEqualTo(new Quantity.Value(new BigDecimal("0.512"), Unit.TFLOP_PER_SECOND));
    assertThat(catalog.findClaim("nvidia-a100-80gb-sxm.figure-5.tdp").orElseThrow().qualifier())
        .contains("500 W");
  }

  private Quantity quantity(String claimId) {
    return catalog.findClaim(claimId).orElseThrow().content().quantity();
  }

  @Test
  void ids_areThoseOfTheContract() {
    assertThat(catalog.accelerators())
        .extracting(Accelerator::id)
        .containsExactlyInAnyOrder(
            "huawei-ascend-310",
            "huawei-ascend-910",
            "cambricon-mlu370-s4",
            "cambricon-mlu370-x4",
            "cambricon-mlu370-x8",
            "cambricon-mlu290-m5",
            "cambricon-mlu270-s4",
            "cambricon-mlu270-f4",
            "jingjia-jm9100",
            "jingjia-jm92",
            "jingjia-jm9",
            "hygon-shensuan-1",
            "enflame-cloudblazer-t20",
            "enflame-cloudblazer-t21",
            "enflame-cloudblazer-i20",
            "nvidia-v100-pcie",
            "nvidia-v100-sxm2",
            "nvidia-v100s-pcie",
            "nvidia-a100-80gb-pcie",
            "nvidia-a100-80gb-sxm",
            "nvidia-h100-sxm",
            "nvidia-h100-pcie",
            "amd-mi250",
            "amd-mi250x");
  }
}
