package org.suanwang.market.distribution;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The correlation matrix nearest to a matrix that is none, by alternating projections with
 * Dykstra's correction: N. J. Higham, Computing the nearest correlation matrix, IMA Journal of
 * Numerical Analysis 22 (2002), algorithm 3.3. Its eigenvalues are kept a little above zero, so
 * that it can be drawn from.
 */
final class NearestCorrelation {
  private static final double EIGENVALUE_KEPT = 1e-6;
  private static final double CHANGE_MAX = 1e-12;
  private static final int ROUNDS_MAX = 2000;

  private NearestCorrelation() {}

  static RealMatrix of(RealMatrix matrix) {
    RealMatrix y = matrix;
    RealMatrix correction =
        MatrixUtils.createRealMatrix(matrix.getRowDimension(), y.getRowDimension());
    for (int round = 0; round < ROUNDS_MAX; round++) {
      RealMatrix r = y.subtract(correction);
      RealMatrix x = withoutNegative(r);
      correction = x.subtract(r);
      RealMatrix next = withUnitDiagonal(x);
      double change = next.subtract(y).getFrobeniusNorm();
      y = next;
      if (change < CHANGE_MAX) {
        break;
      }
    }
    return scaled(withoutNegative(y));
  }

  private static RealMatrix withoutNegative(RealMatrix matrix) {
    var eigen = new EigenDecompositionSymmetric(matrix);
    double[] values = eigen.getEigenvalues();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], EIGENVALUE_KEPT);
    }
    return symmetric(
        eigen
            .getV()
            .multiply(MatrixUtils.createRealDiagonalMatrix(values))
            .multiply(eigen.getVT()));
  }

  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  private static RealMatrix withUnitDiagonal(RealMatrix matrix) {
    RealMatrix copy = matrix.copy();
    for (int i = 0; i < copy.getRowDimension(); i++) {
      copy.setEntry(i, i, 1);
    }
    return copy;
  }

  /** The diagonal made exactly 1 without making an eigenvalue negative. */
  private static RealMatrix scaled(RealMatrix matrix) {
    RealMatrix copy = matrix.copy();
    for (int i = 0; i < copy.getRowDimension(); i++) {
      for (int j = 0; j < copy.getColumnDimension(); j++) {
        double by = Math.sqrt(matrix.getEntry(i, i) * matrix.getEntry(j, j));
        copy.setEntry(i, j, i == j ? 1 : matrix.getEntry(i, j) / by);
      }
    }
    return copy;
  }
}
