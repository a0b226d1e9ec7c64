package org.suanwang.scheduling.bench;

/** Equations with a symmetric positive definite matrix. */
final class Cholesky {
  /** Added to what is lost by rounding, as a part of the largest on the diagonal. */
  private static final double LOST = 1e-14;

  private Cholesky() {}

  /** Turns the lower half of a matrix into that of the triangle whose square it is. */
  static double[][] factor(double[][] a) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, a[i][i]);
    }
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(Math.max(sum, LOST * largest)) : sum / a[j][j];
      }
    }
    return a;
  }

  /** What the matrix of a triangle takes to the right-hand side. */
  static double[] solve(double[][] factor, double[] right) {
    double[] y = right.clone();
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < i; k++) {
        y[i] -= factor[i][k] * y[k];
      }
      y[i] /= factor[i][i];
    }
    for (int i = y.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < y.length; k++) {
        y[i] -= factor[k][i] * y[k];
      }
      y[i] /= factor[i][i];
    }
    return y;
  }
}
