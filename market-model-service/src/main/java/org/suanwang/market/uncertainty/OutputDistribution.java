package org.suanwang.market.uncertainty;

import java.util.List;
import org.suanwang.market.check.Violation;
import org.suanwang.market.quantity.Unit;

/**
 * What an output is over all worlds in which it has a result. Numbers are in its unit.
 *
 * @param base as things stand, nothing drawn
 * @param count worlds with a result
 * @param failed worlds without one; they are in none of the other numbers
 * @param failures the first of them
 * @param mean with its standard error: how far it probably is from that of endless worlds
 * @param quantileError how far a quantile, bin edge or point of the distribution may be from that
 *     of the drawn values, relative to itself; 0 when all values were kept
 * @param cdf at every hundredth of the probability, from the lowest to the highest value
 * @param convergence the mean over the first worlds, their number doubled each time
 */
public record OutputDistribution(
    String name,
    String label,
    Unit unit,
    double base,
    long count,
    long failed,
    List<FailedWorld> failures,
    Mean mean,
    double sd,
    double min,
    double max,
    double quantileError,
    List<Quantile> quantiles,
    Histogram histogram,
    List<Quantile> cdf,
    List<Convergence> convergence) {
  /**
   * A mean as estimated.
   *
   * @param low of its 95 % confidence interval
   * @param high of its 95 % confidence interval
   */
  public record Mean(double value, double standardError, double low, double high) {}

  /** The value that a share of the worlds, from 0 to 1, lies at or below. */
  public record Quantile(double probability, double value) {}

  /**
   * Worlds by value, in bins of one width.
   *
   * @param low where the first bin begins
   * @param below worlds below the first bin
   * @param above worlds above the last bin
   */
  public record Histogram(double low, double width, List<Long> counts, long below, long above) {}

  /** How well the mean was known after so many worlds. */
  public record Convergence(long worlds, double mean, double standardError) {}

  /**
   * A world in which the output has no result.
   *
   * @param world its number, from 0
   * @param inputs the values drawn, in the inputs' units
   * @param reason the variable at which it happened, the part of its formula, and what to do
   */
  public record FailedWorld(long world, List<DrawnValue> inputs, Violation reason) {}

  /** A value that an input had in a world. */
  public record DrawnValue(String key, double value, Unit unit) {}
}
