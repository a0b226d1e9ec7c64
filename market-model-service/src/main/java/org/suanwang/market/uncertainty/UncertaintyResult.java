package org.suanwang.market.uncertainty;

import java.util.List;

/**
 * The answer to an {@link UncertaintyRequest}.
 *
 * @param inputs all that was drawn, by name; empty when nothing about the outputs is uncertain
 * @param repairs correlations that were changed because all together were impossible
 * @param outputs in the order asked
 */
public record UncertaintyResult(
    UncertaintyRequest request,
    List<UncertainInput> inputs,
    List<Copula.Repair> repairs,
    List<OutputDistribution> outputs) {
  public UncertaintyResult {
    inputs = List.copyOf(inputs);
    repairs = List.copyOf(repairs);
    outputs = List.copyOf(outputs);
  }
}
