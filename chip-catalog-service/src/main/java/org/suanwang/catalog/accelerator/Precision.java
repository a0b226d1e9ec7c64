package org.suanwang.catalog.accelerator;

import org.suanwang.catalog.measure.Unit;

/** The number format that a peak throughput counts operations of. */
public enum Precision {
  FP64(true),
  FP32(true),
  TF32(true),
  FP16(true),
  BF16(true),
  FP8(true),
  FP6(true),
  FP4(true),
  INT32(false),
  INT16(false),
  INT8(false),
  INT4(false),
  /** Cambricon's own name for 32-bit integers on its MLU290; it is not FP32. */
  CINT32(false),
  /** A floating-point peak whose format the source leaves out, as on many appliances. */
  UNSTATED(true);

  private final boolean floating;

  Precision(boolean floating) {
    this.floating = floating;
  }

  /** Floating-point peaks are in TFLOP/s, integer peaks in TOP/s. */
  public Unit unit() {
    return floating ? Unit.TFLOP_PER_SECOND : Unit.TOP_PER_SECOND;
  }

  public boolean isFloating() {
    return floating;
  }
}
