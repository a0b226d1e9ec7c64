package org.suanwang.catalog.accelerator;

/** Whether a peak counts operations on zeros that the hardware skips. */
public enum Sparsity {
  DENSE,
  /** Two of every four weights are zero; the printed peak is twice the dense one. */
  SPARSE_2_4,
  /** The source does not say. Read as dense, but never in preference to a claim that says so. */
  UNSTATED
}
