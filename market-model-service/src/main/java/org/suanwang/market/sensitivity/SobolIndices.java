package org.suanwang.market.sensitivity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.Figure;

/**
 * Which share of an output's variance each input brings: alone (first order) and with all it does
 * together with others (total order). For independent inputs only. I. M. Sobol 1993; estimators of
 * A. Saltelli and others, Variance based sensitivity analysis of model output, Computer Physics
 * Communications 181 (2010), for the first order, and of M. J. W. Jansen (1999) for the total
 * order.
 *
 * @param worlds base points at which the output and all it is compared with have a result
 * @param failed base points without; they are in none of the numbers
 * @param variance in the output's unit, squared
 * @param indices by name; without estimates when the output does not vary
 */
public record SobolIndices(
    Figure output, long worlds, long failed, double variance, List<Index> indices) {
  public SobolIndices {
    indices = List.copyOf(indices);
  }

  /**
   * An input's two shares.
   *
   * @param first null when the output does not vary
   * @param total null when the output does not vary
   */
  public record Index(
      String key, String label, @Nullable Estimate first, @Nullable Estimate total) {}

  /**
   * A share with its 95 % confidence interval. It may be below 0 where the true share is about 0:
   * then the interval reaches to 0 or beyond.
   */
  public record Estimate(double value, double low, double high) {}
}
