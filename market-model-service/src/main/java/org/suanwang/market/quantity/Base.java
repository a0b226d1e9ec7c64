package org.suanwang.market.quantity;

/**
 * A base dimension: a kind of quantity that is no product of others. Two currencies are two of
 * them, because only a dated exchange rate, which is a parameter, leads from one to the other; and
 * so are operations at two precisions, because no conversion between them holds in general. {@link
 * #FLOP} is floating-point work whose precision the source does not state. {@link #TOKEN} and
 * {@link #PARAMETER} count what language models read or write, and what they are made of.
 */
public enum Base {
  CNY("CNY"),
  USD("USD"),
  DEVICE("device"),
  SERVER("server"),
  RACK("rack"),
  COMPANY("company"),
  CENTRE("centre"),
  TOKEN("token"),
  PARAMETER("parameter"),
  FLOP("FLOP"),
  FLOP_FP64("FLOP@FP64"),
  FLOP_FP32("FLOP@FP32"),
  FLOP_TF32("FLOP@TF32"),
  FLOP_BF16("FLOP@BF16"),
  FLOP_FP16("FLOP@FP16"),
  FLOP_FP8("FLOP@FP8"),
  FLOP_FP4("FLOP@FP4"),
  OP_INT16("OP@INT16"),
  OP_INT8("OP@INT8"),
  OP_INT4("OP@INT4"),
  BIT("bit"),
  ENERGY("J"),
  TIME("s");

  private final String symbol;

  Base(String symbol) {
    this.symbol = symbol;
  }

  /** The coherent unit's symbol: a value without a factor is in it. */
  public String symbol() {
    return symbol;
  }
}
