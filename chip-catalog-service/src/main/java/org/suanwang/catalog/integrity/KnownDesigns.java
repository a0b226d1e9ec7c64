package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.stream.IntStream;
import org.suanwang.catalog.accelerator.Attribute.Plain;

/** Numbers that are far from those of others and yet right, by how such chips are built. */
final class KnownDesigns {
  /** Chips for graphics have one FP64 lane for so many of FP32. */
  private static final List<Double> FP32_FOR_FP64 = List.of(8.0, 12.0, 16.0, 24.0, 32.0, 64.0);

  /** Some run FP16 for compatibility only: so many of FP32 in the time of one. */
  static final double FP32_FOR_TOKEN_FP16 = 64;

  /** GB/s of 16 lanes of PCI Express 3, 4 and 5, both directions: cards without another link. */
  private static final List<Double> HOST_LINKS = List.of(32.0, 64.0, 128.0);

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
