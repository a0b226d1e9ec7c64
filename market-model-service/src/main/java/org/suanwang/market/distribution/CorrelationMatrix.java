package org.suanwang.market.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.parameter.RankCorrelation;

/**
 * Rank correlations as one matrix of correlations of normal variables: a rank correlation s is 2
 * sin(pi s / 6) of normals (K. Pearson 1907). Pairs that are not named are independent.
 */
public final class CorrelationMatrix {
  /** A smaller eigenvalue is zero or less but for rounding. */
  private static final double EIGENVALUE_MIN = 1e-10;

  private static final int NAMES_MAX = 50;

  private final List<String> names;
  private final double[][] factor;
  private final List<Repair> repairs;

  /**
   * A correlation that was changed because all together were impossible.
   *
   * @param asked the rank correlation that was asked for
   * @param used the rank correlation nearest to it that is possible
   */
  public record Repair(String first, String second, double asked, double used) {}

  private CorrelationMatrix(List<String> names, double[][] factor, List<Repair> repairs) {
    this.names = names;
    this.factor = factor;
    this.repairs = repairs;
  }

  /**
   * The matrix of given rank correlations.
   *
   * @param keys what may be correlated
   * @param repair whether an impossible matrix is replaced by the nearest possible one
   * @throws InvalidInputException for unknown names, impossible coefficients, and correlations that
   *     cannot all be at once
   */
  public static CorrelationMatrix of(
      List<String> keys, List<RankCorrelation> correlations, boolean repair) {
    List<Violation> violations = check(keys, correlations);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    List<String> names = names(correlations);
    if (names.isEmpty()) {
      return new CorrelationMatrix(names, new double[0][], List.of());
    }
    RealMatrix asked = matrix(names, correlations);
    RealMatrix used = asked;
    if (smallestEigenvalue(asked) < EIGENVALUE_MIN) {
      if (!repair) {
        throw new InvalidInputException(List.of(impossible(names, asked)));
      }
      used = NearestCorrelation.of(asked);
    }
    double[][] factor = new CholeskyDecomposition(used).getL().getData();
    return new CorrelationMatrix(names, factor, repairs(names, asked, used));
  }

  /** What is wrong with correlations, each by itself. */
  private static List<Violation> check(List<String> keys, List<RankCorrelation> correlations) {
    List<Violation> violations = new ArrayList<>();
    if (names(correlations).size() > NAMES_MAX) {
      String size = String.valueOf(names(correlations).size());
      String rule = "must be of at most " + NAMES_MAX + " inputs";
      return List.of(new Violation("correlations", size, rule, "leave out the weakest"));
    }
    var known = new HashSet<>(keys);
    var seen = new TreeSet<String>();
    for (int i = 0; i < correlations.size(); i++) {
      RankCorrelation c = correlations.get(i);
      String field = "correlations[" + i + "]";
      if (!known.contains(c.first())) {
        violations.add(unknown(field + ".first", c.first(), keys));
      }
      if (!known.contains(c.second())) {
        violations.add(unknown(field + ".second", c.second(), keys));
      }
      String pair = new TreeSet<>(List.of(c.first(), c.second())).toString();
      if (c.first().equals(c.second()) || !seen.add(pair)) {
        String rule = "must be two inputs, and each pair once";
        violations.add(new Violation(field, pair, rule, "leave it out"));
      }
      if (!(Math.abs(c.coefficient()) < 1)) {
        violations.add(
            new Violation(
                field + ".coefficient",
                String.valueOf(c.coefficient()),
                "a rank correlation lies between -1 and 1, both excluded",
                "give a number such as 0.5; two inputs that are always the same are one"));
      }
      if (c.rationale().isBlank()) {
        violations.add(new Violation(field + ".rationale", "", "nobody says why", "say why"));
      }
    }
    return violations;
  }

  private static List<String> names(List<RankCorrelation> correlations) {
    return List.copyOf(
        new TreeSet<>(
            correlations.stream().flatMap(c -> Stream.of(c.first(), c.second())).toList()));
  }

  private static RealMatrix matrix(List<String> names, List<RankCorrelation> correlations) {
    RealMatrix asked = MatrixUtils.createRealIdentityMatrix(names.size());
    for (RankCorrelation c : correlations) {
      int i = names.indexOf(c.first());
      int j = names.indexOf(c.second());
      asked.setEntry(i, j, 2 * StrictMath.sin(Math.PI * c.coefficient() / 6));
      asked.setEntry(j, i, asked.getEntry(i, j));
    }
    return asked;
  }

  private static Violation unknown(String field, String name, List<String> keys) {
    return new Violation(
        field,
        name,
        "must be the key of something uncertain",
        keys.isEmpty() ? "leave it out" : "use one of " + keys);
  }

  static double smallestEigenvalue(RealMatrix matrix) {
    double[] all = new EigenDecompositionSymmetric(matrix).getEigenvalues();
    return Arrays.stream(all).min().orElseThrow();
  }

  /** Names the pair that pulls the smallest eigenvalue down the most. */
  private static Violation impossible(List<String> names, RealMatrix matrix) {
    var eigen = new EigenDecompositionSymmetric(matrix);
    int smallest = names.size() - 1;
    double[] v = eigen.getEigenvector(smallest).toArray();
    int worstI = 0;
    int worstJ = 1;
    for (int i = 0; i < v.length; i++) {
      for (int j = i + 1; j < v.length; j++) {
        if (v[i] * v[j] * matrix.getEntry(i, j)
            < v[worstI] * v[worstJ] * matrix.getEntry(worstI, worstJ)) {
          worstI = i;
          worstJ = j;
        }
      }
    }
    return new Violation(
        "correlations",
        String.format(Locale.ROOT, "smallest eigenvalue %.4g", eigen.getEigenvalue(smallest)),
        String.format(
            Locale.ROOT,
            "cannot all be at once: their matrix must be positive definite; %s and %s with %.4g"
                + " stand against the others the most",
            names.get(worstI),
            names.get(worstJ),
            rank(matrix.getEntry(worstI, worstJ))),
        "weaken that correlation, or ask for the nearest possible ones");
  }

  private static double rank(double pearson) {
    return 6 / Math.PI * StrictMath.asin(pearson / 2);
  }

  private static List<Repair> repairs(List<String> names, RealMatrix asked, RealMatrix used) {
    List<Repair> repairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        double was = asked.getEntry(i, j);
        double is = used.getEntry(i, j);
        if (was != is) {
          repairs.add(new Repair(names.get(i), names.get(j), rank(was), rank(is)));
        }
      }
    }
    return repairs;
  }

  /** What is correlated, sorted. */
  public List<String> names() {
    return names;
  }

  /** A row of the lower triangle that, times its own transpose, is the matrix (Cholesky). */
  public double[] factor(int row) {
    return factor[row].clone();
  }

  /** What was changed because it was impossible; empty unless that was asked for and needed. */
  public List<Repair> repairs() {
    return repairs;
  }
}
