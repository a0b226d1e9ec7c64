package org.suanwang.catalog.integrity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/** Numbers that are far from those of others and yet right, by how such chips are built. */
final class KnownDesigns {
  /** Chips for graphics have one FP64 lane for so many of FP32. */
  private static final List<Double> FP32_FOR_FP64 = List.of(8.0, 12.0, 16.0, 24.0, 32.0, 64.0);

  /** Some run FP16 for compatibility only: so many of FP32 in the time of one. */
  static final double FP32_FOR_TOKEN_FP16 = 64;

  /** GB/s of 16 lanes of PCI Express 3, 4 and 5, both directions: cards without another link. */
  private static final List<Double> HOST_LINKS = List.of(32.0, 64.0, 128.0);

  /** 8-bit operations in the time of one of 16 bits, beside the usual 2: MLU370, AI 100, n150. */
  private static final double NARROW_FOR_WIDE_MIN = 2.4;

  private static final double NARROW_FOR_WIDE_MAX = 3.7;

  /** FP16 for TF32 where tensor cores add up in FP16: graphics cards since Ampere. */
  private static final double FP16_FOR_TF32 = 4;

  private static final Set<Precision> WIDE = EnumSet.of(Precision.FP16, Precision.BF16);
  private static final Set<Precision> NARROW = EnumSet.of(Precision.INT8, Precision.FP8);
  private static final double TOLERANCE = 0.03;

  private KnownDesigns() {}

  static boolean explain(Population population, int row, int column) {
    String key = population.column(column);
    if (key.startsWith("FP64 DENSE")) {
      return isSlower(population, row, column, FP32_FOR_FP64);
    }
    if (key.startsWith("FP16 DENSE") && !key.endsWith("MATRIX")) {
      return isSlower(population, row, column, List.of(FP32_FOR_TOKEN_FP16));
    }
    return key.equals(Plain.INTERCONNECT_BANDWIDTH.key())
        && isOneOf(Math.pow(10, population.log(row, column)), HOST_LINKS);
  }

  /**
   * Whether a chip has so many lanes of 8 bits for one of 16 that no usual ratio comes out, and no
   * usual ratio with a factor of 2 too much either.
   *
   * @param low the least that the narrow format's peak is of the wide one's
   * @param high the most
   */
  static boolean hasFewerWideLanes(Precision wide, Precision narrow, double low, double high) {
    return WIDE.contains(wide)
        && NARROW.contains(narrow)
        && low >= NARROW_FOR_WIDE_MIN
        && high <= NARROW_FOR_WIDE_MAX;
  }

  /** Whether FP16 is at four times TF32, and TF32 at the rate of the vector circuits' FP32. */
  static boolean hasTf32AtVectorRate(
      Specification spec, PeakThroughput tf32, Precision other, double low, double high) {
    return tf32.of().precision() == Precision.TF32
        && other == Precision.FP16
        && low <= FP16_FOR_TF32 * (1 + TOLERANCE)
        && high >= FP16_FOR_TF32 * (1 - TOLERANCE)
        && spec.densePeaks(Precision.FP32).stream()
            .filter(p -> p.of().circuit() != Circuit.MATRIX)
            .map(p -> tf32.peak().value().doubleValue() / p.peak().value().doubleValue())
            .anyMatch(ratio -> isOneOf(ratio, List.of(1.0)));
  }

  private static boolean isSlower(Population population, int row, int column, List<Double> times) {
    return IntStream.range(0, population.columns())
        .filter(c -> population.has(row, c))
        .filter(c -> population.column(c).startsWith("FP32 DENSE"))
        .filter(c -> !population.column(c).endsWith("MATRIX"))
        .mapToDouble(c -> Math.pow(10, population.log(row, c) - population.log(row, column)))
        .anyMatch(ratio -> isOneOf(ratio, times));
  }

  private static boolean isOneOf(double number, List<Double> others) {
    return others.stream().anyMatch(o -> Math.abs(number / o - 1) <= TOLERANCE);
  }
}
