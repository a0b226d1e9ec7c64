package org.suanwang.market.bridge;

import org.jspecify.annotations.Nullable;

/**
 * How reference devices became devices of the wanted kind.
 *
 * @param answer the catalogue's, and where it came from
 * @param accelerator whose the wanted device is; null where it does not matter
 * @param efficiency what both reach of their peaks; null when peaks were compared
 */
public record Conversion(
    EquivalenceSource.Answer answer,
    AcceleratorSource.@Nullable Answer accelerator,
    @Nullable EfficiencyPair efficiency) {
  public Equivalence equivalence() {
    return answer.equivalence();
  }
}
