package org.suanwang.market.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.quantity.Unit;

/**
 * Which names of a model play which part in the bridge to the scheduler; a model without roles
 * evaluates all the same.
 *
 * @param names role to parameter or variable
 * @param referenceDevice the accelerator in which the model counts; empty when it counts in none
 * @param precision the precision at which devices are compared
 * @param regions where demand arises, in the order in which it is dealt out
 * @param scenarios the scenarios that a reconciliation compares, in this order
 * @param assumptions what the bridge itself assumes, beyond the model's parameters
 */
public record Roles(
    Map<String, String> names,
    String referenceDevice,
    String precision,
    List<String> regions,
    List<String> scenarios,
    List<BridgeAssumption> assumptions,
    Origin origin) {
  /** The roles there are, in the words of the data files, and what each is a number of. */
  static final Map<String, Unit> UNITS = units();

  /** The roles there are. */
  public static final List<String> KNOWN = List.copyOf(UNITS.keySet());

  public Roles {
    names = Map.copyOf(names);
    regions = List.copyOf(regions);
    scenarios = List.copyOf(scenarios);
    assumptions = List.copyOf(assumptions);
  }

  private static Map<String, Unit> units() {
    var units = new LinkedHashMap<String, Unit>();
    units.put("companies", Unit.parse("company"));
    units.put("devicesPerCompany", Unit.parse("device/company"));
    units.put("trainingTime", Unit.parse("s"));
    units.put("schedulingFee", Unit.parse("CNY"));
    units.put("schedulingFeeRate", Unit.ONE);
    units.put("utilisationBefore", Unit.ONE);
    units.put("utilisationFound", Unit.ONE);
    units.put("upliftValue", Unit.parse("CNY"));
    units.put("bottomUpFee", Unit.parse("CNY"));
    units.put("nationalThroughput", Unit.parse("EFLOP/s"));
    return Collections.unmodifiableMap(units);
  }

  public static Roles none() {
    return new Roles(Map.of(), "", "", List.of(), List.of(), List.of(), new Origin("(none)", 1));
  }

  public Optional<String> find(String role) {
    return Optional.ofNullable(names.get(role));
  }
}
