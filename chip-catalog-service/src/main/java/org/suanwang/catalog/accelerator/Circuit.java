package org.suanwang.catalog.accelerator;

/** Which circuits of the accelerator reach a peak. */
public enum Circuit {
  VECTOR,
  /** Tensor cores, matrix cores, cube units. */
  MATRIX,
  UNSTATED
}
