package org.suanwang.catalog.exportcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.catalog.exportcontrol.Chips.peak;
import static org.suanwang.catalog.exportcontrol.Peak.Circuit.MATRIX;
import static org.suanwang.catalog.exportcontrol.Peak.Circuit.UNSTATED;
import static org.suanwang.catalog.exportcontrol.Peak.Circuit.VECTOR;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.exportcontrol.Peak.Scope;
import org.suanwang.catalog.exportcontrol.Peak.Sparsity;

/** Which peaks count, and for how much. */
class TppTest {
  private static Tpp tpp(Peak... peaks) {
    return Tpp.of(Arrays.asList(peaks)).orElseThrow();
  }

  private static Peak of(Peak peak, Scope scope) {
    return new Peak(
        peak.format(),
        peak.bitLengths(),
        peak.throughput(),
        peak.isFloating(),
        peak.circuit(),
        peak.sparsity(),
        scope);
  }

  @Test
  void operations_areNotCountedTwice() {
    Tpp h20 =
        tpp(
            peak("FP16", "148", MATRIX, Sparsity.DENSE, 16),
            peak("INT8", "296", MATRIX, Sparsity.DENSE, 8));
    assertThat(h20.value()).isEqualTo(Interval.of("2368"));
    assertThat(h20.formats()).containsExactly("FP16", "INT8");
    assertThat(h20.arithmetic()).contains("INT8: 296 TOP/s x 8 bit = 2368 TPP");
  }

  @Test
  void theExampleOfTheRule_meetsItsThreshold() {
    assertThat(tpp(peak("INT8", "600", MATRIX, Sparsity.DENSE, 8)).value().text())
        .isEqualTo("4800");
    assertThat(tpp(peak("FP16", "300", MATRIX, Sparsity.DENSE, 16)).value().text())
        .isEqualTo("4800");
  }

  @Test
  void sparsePeak_neverCounts() {
    assertThat(Tpp.of(List.of(peak("FP8", "3958", MATRIX, Sparsity.SPARSE, 8)))).isEmpty();
  }

  @Test
  void unstatedPeak_thatEqualsTheSparseOneDoesNotCount() {
    Tpp tpp =
        tpp(
            peak("FP16", "1979", UNSTATED, Sparsity.UNSTATED, 16),
            peak("FP16", "1979", MATRIX, Sparsity.SPARSE, 16),
            peak("INT8", "100", MATRIX, Sparsity.DENSE, 8));
    assertThat(tpp.value().text()).isEqualTo("800");
    assertThat(tpp.arithmetic())
        .contains("FP16 1979 TFLOP/s: not counted, it equals the sparse peak");
    assertThat(tpp.assumptions()).isEmpty();
  }

  @Test
  void unstatedPeak_yieldsToADenseOneOfTheSameFormat() {
    Tpp tpp =
        tpp(
            peak("FP16", "1979", UNSTATED, Sparsity.UNSTATED, 16),
            peak("FP16", "989.4", MATRIX, Sparsity.DENSE, 16));
    assertThat(tpp.value().text()).isEqualTo("15830.4");
  }

  @Test
  void unstatedPeak_countsBesideADenseVectorPeak() {
    Tpp tpp =
        tpp(
            peak("FP16", "256", UNSTATED, Sparsity.UNSTATED, 16),
            peak("FP16", "24.5", VECTOR, Sparsity.DENSE, 16));
    assertThat(tpp.value().text()).isEqualTo("4096");
  }

  @Test
  void unstatedPeak_countsAndIsNamedAsAnAssumption() {
    Tpp tpp = tpp(peak("FP16", "320", UNSTATED, Sparsity.UNSTATED, 16));
    assertThat(tpp.value().text()).isEqualTo("5120");
    assertThat(tpp.assumptions())
        .containsExactly("the FP16 peak is dense, which its source does not say");
  }

  @Test
  void vectorAndMatrix_countOnce() {
    Tpp tpp =
        tpp(
            peak("FP64", "47.9", VECTOR, Sparsity.DENSE, 64),
            peak("FP64", "95.7", MATRIX, Sparsity.DENSE, 64));
    assertThat(tpp.value().text()).isEqualTo("6124.8");
    assertThat(tpp.assumptions())
        .containsExactly("vector and matrix circuits of FP64 count once, not added up");
  }

  @Test
  void tf32_countsWithNineteenOrThirtyTwoBits() {
    Tpp tpp = tpp(peak("TF32", "128", UNSTATED, Sparsity.DENSE, 19, 32));
    assertThat(tpp.value().text()).isEqualTo("2432 to 4096");
    assertThat(tpp.assumptions())
        .containsExactly("TF32 is counted with 19 or 32 bit, as sources count differently");
  }

  @Test
  void theLargestFormat_isToldAsFarAsItIsSure() {
    Tpp tpp =
        tpp(
            peak("TF32", "128", UNSTATED, Sparsity.DENSE, 19, 32),
            peak("FP16", "160", UNSTATED, Sparsity.DENSE, 16),
            peak("INT8", "100", UNSTATED, Sparsity.DENSE, 8));
    assertThat(tpp.value().text()).isEqualTo("2560 to 4096");
    assertThat(tpp.formats()).containsExactly("FP16", "TF32");
    assertThat(tpp.claimIds()).containsExactly("claim.FP16.DENSE", "claim.TF32.DENSE");
  }

  @Test
  void claimsOfOnePeak_thatDifferLeaveASpan() {
    Tpp tpp =
        tpp(
            peak("FP16", "256", MATRIX, Sparsity.DENSE, 16),
            peak("FP16", "320", MATRIX, Sparsity.DENSE, 16));
    assertThat(tpp.value().text()).isEqualTo("4096 to 5120");
  }

  @Test
  void peakOfOneDie_isALowerBoundOnly() {
    Peak die = of(peak("INT8", "700", MATRIX, Sparsity.DENSE, 8), Scope.DIE);
    assertThat(tpp(die).value().text()).isEqualTo("at least 5600");
    Peak whole = peak("INT8", "1400", MATRIX, Sparsity.DENSE, 8);
    assertThat(tpp(die, whole).value().text()).isEqualTo("11200");
  }

  @Test
  void peakOfABoard_isToldAsSuch() {
    Peak board = of(peak("INT8", "256", MATRIX, Sparsity.DENSE, 8), Scope.BOARD);
    assertThat(tpp(board).assumptions()).containsExactly("the board is counted as one item");
  }

  @Test
  void formatWithoutBitLength_isRefused() {
    assertThatThrownBy(() -> peak("FP16", "1", MATRIX, Sparsity.DENSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FP16 needs a bit length");
  }
}
