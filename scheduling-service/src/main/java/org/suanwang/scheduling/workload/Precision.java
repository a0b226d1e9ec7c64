package org.suanwang.scheduling.workload;

/** A number format in which floating-point work is done, named as in the catalogue. */
public enum Precision {
  FP64,
  FP32,
  TF32,
  BF16,
  FP16,
  FP8
}
