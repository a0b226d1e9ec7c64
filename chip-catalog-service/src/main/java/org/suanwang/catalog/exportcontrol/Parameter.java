package org.suanwang.catalog.exportcontrol;

/** A quantity that a rule can set a threshold for. */
public enum Parameter {
  TPP("TPP", "TPP", "a dense peak throughput"),
  IO_RATE("I/O rate", "GB/s", "the aggregate bidirectional I/O transfer rate"),
  DRAM_BANDWIDTH("total DRAM bandwidth", "GB/s", "the total DRAM bandwidth"),
  MEMORY_BANDWIDTH_DENSITY(
      "memory bandwidth density", "GB/s/mm2", "bandwidth and area of the memory stack"),
  /** Last: it follows from TPP. */
  PERFORMANCE_DENSITY("performance density", "TPP/mm2", "the applicable die area");

  private final String label;
  private final String unit;
  private final String source;

  Parameter(String label, String unit, String source) {
    this.label = label;
    this.unit = unit;
    this.source = source;
  }

  public String label() {
    return label;
  }

  public String unit() {
    return unit;
  }

  /** What must be known to know it. */
  public String source() {
    return source;
  }
}
