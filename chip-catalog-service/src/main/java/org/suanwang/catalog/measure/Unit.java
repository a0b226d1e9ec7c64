package org.suanwang.catalog.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The units of the catalogue, one a dimension, so that values of a dimension compare as they stand.
 * Prefixes are decimal: 1 TB/s = 1000 GB/s. Why not JSR-385: docs/adr/0001.
 */
public enum Unit {
  TFLOP_PER_SECOND("TFLOP/s", Dimension.FLOATING_THROUGHPUT),
  TOP_PER_SECOND("TOP/s", Dimension.INTEGER_THROUGHPUT),
  GIGABYTE_PER_SECOND("GB/s", Dimension.BANDWIDTH),
  GIGABYTE("GB", Dimension.CAPACITY),
  WATT("W", Dimension.POWER),
  DEVICE("device", Dimension.COUNT);

  private final String symbol;
  private final Dimension dimension;

  Unit(String symbol, Dimension dimension) {
    this.symbol = symbol;
    this.dimension = dimension;
  }

  public String symbol() {
    return symbol;
  }

  public Dimension dimension() {
    return dimension;
  }

  public static Optional<Unit> find(String symbol) {
    return Arrays.stream(values()).filter(u -> u.symbol.equals(symbol)).findFirst();
  }

  /** Every symbol, for messages that tell what could be used instead. */
  public static List<String> symbols() {
    return Arrays.stream(values()).map(Unit::symbol).toList();
  }
}
