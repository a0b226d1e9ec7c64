package org.suanwang.market.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Origin;

/**
 * A named set of overrides with their reasons. What it does not say it has from its parent.
 *
 * @param parent the scenario it starts from; null for the parameters as they stand
 * @param readingOf the variables that a source leaves open between this scenario and its parent
 */
public record Scenario(
    String name,
    String label,
    String description,
    @Nullable String parent,
    List<ValueOverride> overrides,
    List<FlowChoice> flows,
    List<String> readingOf,
    Origin origin) {
  public Scenario {
    overrides = List.copyOf(overrides);
    flows = List.copyOf(flows);
    readingOf = List.copyOf(readingOf);
  }
}
