package org.suanwang.market.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.BridgeAssumption;
import org.suanwang.market.scenario.FlowChoice;
import org.suanwang.market.scenario.Roles;
import org.suanwang.market.scenario.Scenario;
import org.suanwang.market.scenario.ValueOverride;

/** Reads scenarios, and the roles of a model in the bridge, from their mappings. */
final class ScenarioReader {
  private static final int REGIONS_MAX = 100;
  private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

  private ScenarioReader() {}

  static Scenario read(YamlMap map) {
    String name = map.text("name");
    var scenario =
        new Scenario(
            name,
            map.text("label"),
            map.text("description"),
            map.textOrNull("parent"),
            map.maps("overrides").stream().map(m -> override(m, name)).toList(),
            map.maps("rounding").stream().map(m -> flow(m, name)).toList(),
            map.texts("readingOf"),
            map.origin());
    map.refuseOthers();
    return scenario;
  }

  private static ValueOverride override(YamlMap map, String scenario) {
    var quantity =
        new Quantity(
            map.read("value", BigFraction.ZERO, Numeral::parse),
            map.read("unit", Unit.ONE, Unit::parse));
    var override =
        new ValueOverride(
            map.text("name"),
            quantity,
            UncertaintyReader.read(map),
            map.text("rationale"),
            "scenario " + scenario);
    map.refuseOthers();
    return override;
  }

  private static FlowChoice flow(YamlMap map, String scenario) {
    var choice =
        new FlowChoice(
            map.textOrNull("variable"),
            map.choose("flow", Flow.class, null),
            map.text("rationale"),
            "scenario " + scenario);
    map.refuseOthers();
    return choice;
  }

  static Roles roles(@Nullable YamlMap map) {
    if (map == null) {
      return Roles.none();
    }
    Map<String, String> names = new TreeMap<>();
    YamlMap roles = map.map("roles");
    roles.names().forEach(role -> names.put(role, roles.text(role)));
    List<String> regions = new ArrayList<>(map.texts("regions"));
    if (regions.isEmpty() || regions.size() > REGIONS_MAX) {
      map.fault("regions", "", "must hold 1 to 100 regions", "list where demand arises");
    }
    for (String region : regions) {
      if (!REGION.matcher(region).matches()) {
        map.fault(
            "regions", region, "must be an id: lower-case letters, digits and -", "rename it");
      }
    }
    var read =
        new Roles(
            names,
            map.text("referenceDevice"),
            map.text("precision"),
            regions,
            Objects.requireNonNullElse(map.textOrNull("domesticCountry"), ""),
            map.texts("scenarios"),
            map.maps("assumptions").stream().map(ScenarioReader::assumption).toList(),
            map.origin());
    map.refuseOthers();
    return read;
  }

  private static BridgeAssumption assumption(YamlMap map) {
    var assumption =
        new BridgeAssumption(
            map.text("name"),
            map.text("statement"),
            map.text("rationale"),
            map.choose("about", BridgeAssumption.Part.class, BridgeAssumption.Part.BOTH),
            ParameterReader.citation(map.map("source")));
    map.refuseOthers();
    return assumption;
  }
}
