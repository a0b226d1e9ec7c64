package org.suanwang.market.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Bound;
import org.suanwang.market.parameter.CatalogueCitation;
import org.suanwang.market.parameter.Citation;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.Tier;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Unit;

/** Reads a parameter from its mapping. */
final class ParameterReader {
  private static final int VALUES_MAX = 200;

  /** What can stand in the path of an address as it is. */
  private static final Pattern CATALOGUE_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

  private ParameterReader() {}

  static Parameter read(YamlMap map, String topic) {
    Unit unit = map.read("unit", Unit.ONE, Unit::parse);
    var parameter =
        new Parameter(
            map.text("name"),
            map.text("label"),
            map.readOr("topic", topic, text -> text),
            unit,
            share(map, unit),
            values(map),
            map.readOr("assumption", false, ParameterReader::flag),
            map.textOrNull("rationale"),
            map.origin());
    map.refuseOthers();
    return parameter;
  }

  /** What is in per cent is a part of a whole unless it says that it is none. */
  static boolean share(YamlMap map, Unit unit) {
    return map.readOr("share", unit.isPercent(), ParameterReader::flag);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static List<DatedValue> values(YamlMap map) {
    List<YamlMap> maps = map.maps("values");
    if (maps.isEmpty() || maps.size() > VALUES_MAX) {
      map.fault("values", "", "must hold 1 to 200 values", "add \"values:\" with \"- value: …\"");
    }
    var values = new ArrayList<DatedValue>();
    maps.stream().limit(VALUES_MAX).forEach(m -> values.add(value(m)));
    return values.isEmpty() ? List.of(nothing()) : values;
  }

  private static DatedValue nothing() {
    var nowhere = new Citation(YamlMap.MISSING, YamlMap.MISSING, LocalDate.EPOCH, Tier.PRESS);
    return new DatedValue(
        null, BigFraction.ZERO, Bound.EXACTLY, new Uncertainty.Unstated(), nowhere, null);
  }

  private static DatedValue value(YamlMap map) {
    String period = map.textOrNull("period");
    if (period != null && !period.matches("\\d{4}(-\\d{2})?")) {
      map.fault("period", period, "must be a year or a month", "write \"2025\" or \"2025-01\"");
    }
    var value =
        new DatedValue(
            period,
            map.read("value", BigFraction.ZERO, Numeral::parse),
            map.choose("bound", Bound.class, Bound.EXACTLY),
            UncertaintyReader.read(map),
            citation(map.map("source")),
            catalogue(map.mapOrNull("catalogue")));
    map.refuseOthers();
    return value;
  }

  private static @Nullable CatalogueCitation catalogue(@Nullable YamlMap map) {
    if (map == null) {
      return null;
    }
    var citation =
        new CatalogueCitation(
            catalogueId(map, "accelerator"), map.text("property"), catalogueId(map, "version"));
    if (citation.unit().isEmpty()) {
      map.fault(
          "property",
          citation.property(),
          "must be a property of accelerators that can be cited",
          "use one of " + CatalogueCitation.properties());
    }
    map.refuseOthers();
    return citation;
  }

  private static String catalogueId(YamlMap map, String field) {
    String id = map.text(field);
    if (!CATALOGUE_ID.matcher(id).matches()) {
      map.fault(field, id, "must be an id of the catalogue", "copy it from the catalogue's answer");
    }
    return id;
  }

  static Citation citation(YamlMap map) {
    var citation =
        new Citation(
            map.text("title"),
            map.text("locator"),
            map.read("date", LocalDate.EPOCH, LocalDate::parse),
            map.choose("tier", Tier.class, null));
    map.refuseOthers();
    return citation;
  }
}
