package org.suanwang.market.uncertainty;

import java.util.List;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.parameter.RankCorrelation;

/**
 * The answer to an {@link UncertaintyRequest}.
 *
 * @param inputs all that was drawn, by name; empty when nothing about the outputs is uncertain
 * @param correlations that were in force; all other pairs are independent
 * @param repairs correlations that were changed because all together were impossible
 * @param outputs in the order asked
 */
public record UncertaintyResult(
    UncertaintyRequest request,
    List<UncertainInput> inputs,
    List<RankCorrelation> correlations,
    List<CorrelationMatrix.Repair> repairs,
    List<OutputDistribution> outputs) {
  public UncertaintyResult {
    inputs = List.copyOf(inputs);
    correlations = List.copyOf(correlations);
    repairs = List.copyOf(repairs);
    outputs = List.copyOf(outputs);
  }
}
