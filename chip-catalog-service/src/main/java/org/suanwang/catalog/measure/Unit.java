package org.suanwang.catalog.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The units of the catalogue, one a dimension, so that values of a dimension compare as they stand;
 * only money has two, because a rate of exchange is a claim of its own. Prefixes are decimal: 1
 * TB/s = 1000 GB/s. Why not JSR-385: docs/adr/0001.
 */
public enum Unit {
  TFLOP_PER_SECOND("TFLOP/s", Dimension.FLOATING_THROUGHPUT),
  TOP_PER_SECOND("TOP/s", Dimension.INTEGER_THROUGHPUT),
  GIGABYTE_PER_SECOND("GB/s", Dimension.BANDWIDTH),
  GIGABYTE("GB", Dimension.CAPACITY),
  WATT("W", Dimension.POWER),
  DEVICE("device", Dimension.COUNT),
  SQUARE_MILLIMETRE("mm2", Dimension.AREA),
  GIGAHERTZ("GHz", Dimension.FREQUENCY),
  BIT("bit", Dimension.WIDTH),
  /** Transfers of one bit on each pin. */
  GIGATRANSFER_PER_SECOND("GT/s", Dimension.TRANSFER_RATE),
  /** Cores, dies, tokens, points: the attribute says of what. */
  ONE("1", Dimension.NUMBER),
  /** Transistors and parameters, which come by the billion. */
  BILLION("1e9", Dimension.NUMBER),
  US_DOLLAR("USD", Dimension.MONEY),
  YUAN("CNY", Dimension.MONEY),
  US_DOLLAR_PER_HOUR("USD/h", Dimension.PRICE_OF_TIME),
  YUAN_PER_HOUR("CNY/h", Dimension.PRICE_OF_TIME),
  PERCENT("%", Dimension.SHARE),
  DAY("d", Dimension.TIME),
  MILLISECOND("ms", Dimension.TIME),
  /** 1e21 floating-point operations: an H100 takes twelve days for them at its dense FP16 peak. */
  ZETTAFLOP("ZFLOP", Dimension.WORK);

  private static final Map<String, Unit> BY_SYMBOL =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(u -> u.symbol, Function.identity()));

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
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /** Every symbol, for messages that tell what could be used instead. */
  public static List<String> symbols() {
    return Arrays.stream(values()).map(Unit::symbol).toList();
  }
}
