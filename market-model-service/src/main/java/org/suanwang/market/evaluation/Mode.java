package org.suanwang.market.evaluation;

/** How numbers are computed. */
public enum Mode {
  /** With rationals: what a patient person with paper would find. Roots to 40 digits. */
  EXACT,
  /** With 64-bit floating point. */
  DOUBLE,
  /** With the lowest and highest each parameter may be; contains the truth, may be wider. */
  INTERVAL
}
