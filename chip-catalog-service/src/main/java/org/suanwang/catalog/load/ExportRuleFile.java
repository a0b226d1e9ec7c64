package org.suanwang.catalog.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.exportcontrol.Citation;
import org.suanwang.catalog.exportcontrol.Clause;
import org.suanwang.catalog.exportcontrol.Condition;
import org.suanwang.catalog.exportcontrol.DestinationScope;
import org.suanwang.catalog.exportcontrol.Parameter;
import org.suanwang.catalog.exportcontrol.Property;
import org.suanwang.catalog.exportcontrol.Rule;
import org.suanwang.catalog.exportcontrol.Threshold;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity.Relation;

/** Reads one version of an export rule. */
final class ExportRuleFile {
  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "atLeast", Relation.AT_LEAST,
          "moreThan", Relation.MORE_THAN,
          "atMost", Relation.AT_MOST,
          "lessThan", Relation.LESS_THAN);

  private final YamlMap map;
  private final Map<String, Threshold> thresholds = new LinkedHashMap<>();

  ExportRuleFile(YamlMap map) {
    this.map =
        map.allow(
            "id",
            "title",
            "kind",
            "subject",
            "citation",
            "effective",
            "compliance",
            "replaces",
            "replacedBy",
            "buildsOn",
            "destinations",
            "thresholds",
            "clauses",
            "exclusions",
            "exceptions",
            "notes");
  }

  Rule rule() {
    readThresholds();
    LocalDate effective = map.date("effective");
    return new Rule(
        map.text("id"),
        map.text("title"),
        map.constant("kind", Rule.Kind.class),
        map.constant("subject", Rule.Subject.class),
        citation(map.map("citation").allow("document", "code", "tier", "readThrough")),
        effective,
        map.has("compliance") ? map.date("compliance") : null,
        optional("replaces"),
        optional("replacedBy"),
        optional("buildsOn"),
        destinations(map.map("destinations").allow("listed", "groups", "worldwide"), effective),
        List.copyOf(thresholds.values()),
        clauses("clauses"),
        clauses("exclusions"),
        clauses("exceptions"),
        map.texts("notes"));
  }

  private @Nullable String optional(String name) {
    return map.findText(name).orElse(null);
  }

  private static Citation citation(YamlMap map) {
    return new Citation(
        map.text("document"),
        map.findText("code").orElse(null),
        map.constant("tier", Citation.Tier.class),
        map.findText("readThrough").orElse(null));
  }

  private static DestinationScope destinations(YamlMap map, LocalDate effective) {
    List<DestinationScope.Listed> listed = new ArrayList<>();
    for (YamlMap item : map.maps("listed")) {
      item.allow("code", "from");
      LocalDate from = item.has("from") ? item.date("from") : effective;
      listed.add(new DestinationScope.Listed(item.text("code"), from));
    }
    boolean isWorldwide = map.findText("worldwide").filter("true"::equals).isPresent();
    return new DestinationScope(listed, map.texts("groups"), isWorldwide);
  }

  private void readThresholds() {
    if (!map.has("thresholds")) {
      return;
    }
    YamlMap all = map.map("thresholds");
    for (String name : all.names()) {
      YamlMap one = all.map(name).allow("value", "unit", "meaning");
      thresholds.put(name, new Threshold(name, number(one), one.text("unit"), one.text("meaning")));
    }
  }

  private static BigDecimal number(YamlMap map) {
    String text = map.text("value");
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() >= 0 && Decimals.isWithinLimits(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like any other number that is none
    }
    map.violate("value", text, "a number of at least 0 must stand here", "write it as \"5.92\"");
    return BigDecimal.ZERO;
  }

  private List<Clause> clauses(String field) {
    List<Clause> clauses = new ArrayList<>();
    for (YamlMap clause : map.maps(field)) {
      clause.allow("name", "meaning", "when");
      List<Condition> conditions = new ArrayList<>();
      clause.maps("when").forEach(condition -> read(condition, conditions));
      if (conditions.isEmpty()) {
        clause.violate("when", "", "a clause must have a condition", "write one");
      }
      clauses.add(new Clause(clause.text("name"), clause.text("meaning"), conditions));
    }
    return clauses;
  }

  private void read(YamlMap condition, List<Condition> conditions) {
    if (condition.has("parameter")) {
      readLimits(condition, conditions);
    } else if (condition.has("property")) {
      condition.allow("property", "is");
      conditions.add(
          new Condition.Has(condition.constant("property", Property.class), isYes(condition)));
    } else if (condition.has("classifiedAs")) {
      conditions.add(
          new Condition.ClassifiedAs(condition.allow("classifiedAs").texts("classifiedAs")));
    } else {
      conditions.add(new Condition.Named(condition.allow("named").texts("named")));
    }
  }

  private static boolean isYes(YamlMap condition) {
    String text = condition.text("is");
    if (!text.equals("yes") && !text.equals("no")) {
      condition.violate("is", text, "yes or no must stand here", "write one of the two");
    }
    return text.equals("yes");
  }

  private void readLimits(YamlMap condition, List<Condition> conditions) {
    condition.allow("parameter", "atLeast", "moreThan", "atMost", "lessThan");
    Parameter parameter = condition.constant("parameter", Parameter.class);
    for (String name : condition.names()) {
      Relation relation = RELATIONS.get(name);
      if (relation != null) {
        conditions.add(
            new Condition.Limit(parameter, relation, threshold(condition, name, parameter)));
      }
    }
    if (condition.names().size() == 1) {
      condition.violate("parameter", "", "a limit must be set", "write atLeast, or lessThan");
    }
  }

  private Threshold threshold(YamlMap condition, String relation, Parameter parameter) {
    String name = condition.text(relation);
    Threshold found = thresholds.get(name);
    if (found == null) {
      condition.violate(relation, name, "the threshold must be named above", "add it");
      return new Threshold(name, BigDecimal.ZERO, parameter.unit(), "");
    }
    if (!found.unit().equals(parameter.unit())) {
      condition.violate(
          relation, found.unit(), "the unit must be the parameter's", "use " + parameter.unit());
    }
    return found;
  }
}
