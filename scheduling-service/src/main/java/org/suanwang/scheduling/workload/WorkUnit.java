package org.suanwang.scheduling.workload;

/** In what the work of a job is told. */
public enum WorkUnit {
  /** Seconds on the reference device, on a gang like its own. */
  SECONDS("s"),
  /** Steps of the whole gang, as training programs count them. */
  STEPS("steps"),
  /** 1e9 floating-point operations of the whole gang. */
  GIGAFLOP("GFLOP");

  /** Floating-point operations in a gigaflop. */
  public static final double FLOP_PER_GIGAFLOP = 1e9;

  /** The most work of one job in any unit; sums of a run are doubles. */
  public static final long AMOUNT_MAX = 1_000_000_000_000_000_000L;

  private final String symbol;

  WorkUnit(String symbol) {
    this.symbol = symbol;
  }

  /** The unit as it is written. */
  public String symbol() {
    return symbol;
  }

  /** The most work of one job that may be told in this unit. */
  public long amountMax() {
    return this == SECONDS ? WorkloadLimits.SECONDS_MAX : AMOUNT_MAX;
  }
}
