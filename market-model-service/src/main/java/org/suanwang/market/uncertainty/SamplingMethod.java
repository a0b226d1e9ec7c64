package org.suanwang.market.uncertainty;

/** How worlds are drawn. */
public enum SamplingMethod {
  /** Independent pseudo-random worlds: the error falls with the root of their number. */
  MONTE_CARLO,
  /**
   * Sobol points in 32 independent Owen scramblings: evener than chance, so that the error of
   * smooth models falls nearly with the number itself. The number is a power of two.
   */
  QUASI_MONTE_CARLO
}
