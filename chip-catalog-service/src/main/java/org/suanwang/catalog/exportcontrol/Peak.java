package org.suanwang.catalog.exportcontrol;

import java.util.Collections;
import java.util.List;

/**
 * A peak throughput at one number format.
 *
 * @param format the name of the format: FP16, INT8
 * @param bitLengths the bit lengths that the format can be said to have: TF32 is stored in 32 bits
 *     and computed with 19
 * @param throughput operations a second, in 1e12; a multiply-accumulate counts as two
 * @param isFloating floating-point operations, or integer ones
 */
public record Peak(
    String format,
    List<Integer> bitLengths,
    Sourced throughput,
    boolean isFloating,
    Circuit circuit,
    Sparsity sparsity,
    Scope scope) {
  public Peak {
    bitLengths = List.copyOf(bitLengths);
    if (bitLengths.isEmpty() || Collections.min(bitLengths) <= 0) {
      throw new IllegalArgumentException(format + " needs a bit length above 0");
    }
  }

  /** Which circuits reach the peak. */
  public enum Circuit {
    VECTOR,
    MATRIX,
    UNSTATED
  }

  /** Whether operations on zeros that the hardware skips are counted. */
  public enum Sparsity {
    DENSE,
    SPARSE,
    UNSTATED
  }

  /** What the peak is a peak of. */
  public enum Scope {
    /** One of possibly several dies: no more than a lower bound of the whole. */
    DIE,
    PACKAGE,
    BOARD
  }

  /** Throughput times bit length, wherever the two can be. */
  Interval product() {
    return throughput.value().times(Collections.min(bitLengths), Collections.max(bitLengths));
  }

  String unit() {
    return isFloating ? "TFLOP/s" : "TOP/s";
  }

  String bitText() {
    return String.join(" or ", bitLengths.stream().sorted().map(String::valueOf).toList()) + " bit";
  }
}
