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
 * @param domesticCountry whose vendors' accelerators are domestic, ISO 3166-1 alpha-2; empty where
 *     the model tells none apart
 * @param scenarios the scenarios that a reconciliation compares, in this order
 * @param assumptions what the bridge itself assumes, beyond the model's parameters
 */
public record Roles(
    Map<String, String> names,
    String referenceDevice,
    String precision,
    List<String> regions,
    String domesticCountry,
    List<String> scenarios,
    List<BridgeAssumption> assumptions,
    Origin origin) {
  /** The roles there are, in the words of the data files, and what each is a number of. */
  static final Map<String, Unit> UNITS = units();

  /** The roles there are. */
  public static final List<String> KNOWN = List.copyOf(UNITS.keySet());

  /** Serving devices differ by year: this role may be given as {@code inferenceDevices@2026}. */
  static final String DATED = "inferenceDevices";

  private static final String YEAR_MARK = "@";

  /** What the device that the model counts in reaches of its peak, to what domestic ones reach. */
  static final Map<String, String> EFFICIENCIES =
      Map.of(
          "trainingEfficiency", "domesticTrainingEfficiency",
          "inferenceEfficiency", "domesticInferenceEfficiency");

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
    units.put("trainingEfficiency", Unit.ONE);
    units.put("domesticTrainingEfficiency", Unit.ONE);
    units.put(DATED, Unit.parse("device"));
    units.put("inferenceEfficiency", Unit.ONE);
    units.put("domesticInferenceEfficiency", Unit.ONE);
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
    return new Roles(
        Map.of(), "", "", List.of(), "", List.of(), List.of(), new Origin("(none)", 1));
  }

  public Optional<String> find(String role) {
    return Optional.ofNullable(names.get(role));
  }

  /** The name that plays a role in a year: the one of that year, or else the one of any. */
  public Optional<String> find(String role, int year) {
    return find(role + YEAR_MARK + year).or(() -> find(role));
  }

  /** Whether a name plays the role, in whatever year. */
  public boolean has(String role) {
    return names.keySet().stream().map(Roles::undated).anyMatch(role::equals);
  }

  /** The years for which a name of its own plays the role, in order. */
  public List<String> years(String role) {
    return names.keySet().stream()
        .filter(name -> name.startsWith(role + YEAR_MARK))
        .map(name -> name.substring(role.length() + 1))
        .sorted()
        .toList();
  }

  /** The role without the year, if it may have one. */
  static String undated(String role) {
    return role.matches(DATED + YEAR_MARK + "\\d{4}") ? DATED : role;
  }
}
