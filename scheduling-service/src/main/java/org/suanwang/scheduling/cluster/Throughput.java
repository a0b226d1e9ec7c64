package org.suanwang.scheduling.cluster;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.scheduling.workload.Precision;

/**
 * A peak throughput as the catalogue states it.
 *
 * @param precision {@code FP16}, …
 * @param sparsity {@code DENSE}, …
 * @param scope what part it is of: {@code BOARD}, {@code PACKAGE} or {@code DIE}
 * @param teraflops TFLOP/s
 */
public record Throughput(String precision, String sparsity, String scope, double teraflops) {
  private static final List<String> WIDEST_FIRST = List.of("BOARD", "PACKAGE", "DIE");

  /**
   * The dense FP16 peak of a whole device: of the board if stated, else of the package, else of the
   * die; the greatest where vector and matrix circuits are both stated.
   */
  public static Optional<Double> findFp16Dense(List<Throughput> stated) {
    return findDense(Precision.FP16, stated);
  }

  private static Optional<Double> findDense(Precision precision, List<Throughput> stated) {
    return stated.stream()
        .filter(t -> t.precision.equals(precision.name()) && t.sparsity.equals("DENSE"))
        .min(
            Comparator.comparingInt(Throughput::scopeRank)
                .thenComparing(Comparator.comparingDouble(Throughput::teraflops).reversed()))
        .map(Throughput::teraflops);
  }

  /**
   * The dense peaks of a whole device, chosen in the same way, of each precision that is stated.
   */
  public static Map<Precision, Double> densePeaks(List<Throughput> stated) {
    Map<Precision, Double> peaks = new EnumMap<>(Precision.class);
    for (Precision precision : Precision.values()) {
      findDense(precision, stated).ifPresent(tflops -> peaks.put(precision, tflops));
    }
    return peaks;
  }

  private int scopeRank() {
    int rank = WIDEST_FIRST.indexOf(scope);
    return rank < 0 ? WIDEST_FIRST.size() : rank;
  }
}
