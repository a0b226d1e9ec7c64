package org.suanwang.market.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.formula.Variable;

/**
 * What an evaluation assumes beyond the model itself: a scenario with its ancestors and a request's
 * own overrides, resolved to at most one override a name.
 */
public final class Assumptions {
  private static final Assumptions NONE = new Assumptions(Map.of(), List.of());

  private final Map<String, ValueOverride> overrides;
  private final List<FlowChoice> flows;

  private Assumptions(Map<String, ValueOverride> overrides, List<FlowChoice> flows) {
    this.overrides = Collections.unmodifiableMap(overrides);
    this.flows = List.copyOf(flows);
  }

  /** The parameters as they stand. */
  public static Assumptions none() {
    return NONE;
  }

  /** These, and on top of them others, which win. */
  public Assumptions with(Collection<ValueOverride> more, Collection<FlowChoice> moreFlows) {
    var merged = new LinkedHashMap<>(overrides);
    more.forEach(override -> merged.put(override.key(), override));
    var mergedFlows = new ArrayList<>(flows);
    mergedFlows.addAll(moreFlows);
    return new Assumptions(merged, mergedFlows);
  }

  public Optional<ValueOverride> find(String key) {
    return Optional.ofNullable(overrides.get(key));
  }

  public Collection<ValueOverride> overrides() {
    return overrides.values();
  }

  public List<FlowChoice> flows() {
    return flows;
  }

  /** The variable's rounding policy as changed by the last choice that is about it. */
  public RoundingPolicy rounding(Variable variable) {
    return findFlow(variable.name())
        .map(choice -> variable.rounding().withFlow(choice.flow()))
        .orElseGet(variable::rounding);
  }

  /** The last choice that is about a variable. */
  public Optional<FlowChoice> findFlow(String variable) {
    return flows.stream()
        .filter(c -> c.variable() == null || c.variable().equals(variable))
        .reduce((earlier, later) -> later);
  }
}
