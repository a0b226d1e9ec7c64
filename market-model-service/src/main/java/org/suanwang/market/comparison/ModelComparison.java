package org.suanwang.market.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.comparison.PartChange.FieldChange;
import org.suanwang.market.comparison.PartChange.How;
import org.suanwang.market.comparison.PartChange.Kind;
import org.suanwang.market.evaluation.Effort;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Model;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/**
 * What differs between two versions of a model: what they say, and what comes out of it.
 *
 * @param parts parts that were added, removed or changed
 * @param outputs variables of both whose value changes under the scenario
 */
public record ModelComparison(
    PublishedModel from, PublishedModel to, List<PartChange> parts, List<OutputChange> outputs) {
  public ModelComparison {
    parts = List.copyOf(parts);
    outputs = List.copyOf(outputs);
  }

  /**
   * Compares two versions.
   *
   * @param scenario under which both are evaluated; null for the parameters as they stand
   * @throws org.suanwang.market.check.NotFoundException when one has no such scenario
   * @throws org.suanwang.market.check.InvalidInputException when it takes too much exact arithmetic
   */
  public static ModelComparison of(
      PublishedModel from, PublishedModel to, @Nullable String scenario) {
    var effort = new Effort();
    return new ModelComparison(
        from,
        to,
        parts(from, to),
        OutputChange.between(
            Results.of(from, from.resolve(scenario), effort),
            Results.of(to, to.resolve(scenario), effort)));
  }

  private static List<PartChange> parts(PublishedModel from, PublishedModel to) {
    var changes = new ArrayList<>(changes(Kind.MODEL, head(from.model()), head(to.model())));
    for (Kind kind : List.of(Kind.PARAMETER, Kind.VARIABLE, Kind.SCENARIO, Kind.CORRELATION)) {
      changes.addAll(changes(kind, described(kind, from), described(kind, to)));
    }
    return changes;
  }

  private static Map<String, Map<String, String>> head(Model model) {
    return Map.of(model.id(), Map.of("title", model.title(), "licence", model.licence()));
  }

  private static Map<String, Map<String, String>> described(Kind kind, PublishedModel published) {
    Model model = published.model();
    return switch (kind) {
      case MODEL -> head(model);
      case PARAMETER -> byName(model.parameters(), Parameter::name, Description::of);
      case VARIABLE -> byName(model.variables(), Variable::name, Description::of);
      case SCENARIO -> byName(published.scenarios(), Scenario::name, Description::of);
      case CORRELATION ->
          byName(model.correlations(), c -> c.first() + ", " + c.second(), Description::of);
    };
  }

  private static <T> Map<String, Map<String, String>> byName(
      Iterable<T> parts, Function<T, String> name, Function<T, Map<String, String>> describe) {
    var byName = new LinkedHashMap<String, Map<String, String>>();
    parts.forEach(p -> byName.put(name.apply(p), describe.apply(p)));
    return byName;
  }

  private static List<PartChange> changes(
      Kind kind, Map<String, Map<String, String>> from, Map<String, Map<String, String>> to) {
    List<PartChange> changes = new ArrayList<>();
    for (String name : union(from.keySet(), to.keySet())) {
      Map<String, String> before = from.getOrDefault(name, Map.of());
      Map<String, String> after = to.getOrDefault(name, Map.of());
      List<FieldChange> fields = fields(before, after);
      if (!fields.isEmpty()) {
        changes.add(new PartChange(kind, name, how(before, after), fields));
      }
    }
    return changes;
  }

  /** Every part says something, so one that says nothing is not there. */
  private static How how(Map<String, String> before, Map<String, String> after) {
    if (before.isEmpty()) {
      return How.ADDED;
    }
    return after.isEmpty() ? How.REMOVED : How.CHANGED;
  }

  private static List<FieldChange> fields(Map<String, String> before, Map<String, String> after) {
    List<FieldChange> fields = new ArrayList<>();
    for (String field : union(before.keySet(), after.keySet())) {
      String was = before.get(field);
      String is = after.get(field);
      if (!Objects.equals(was, is)) {
        fields.add(new FieldChange(field, was, is));
      }
    }
    return fields;
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    var union = new LinkedHashSet<>(first);
    union.addAll(second);
    return union;
  }
}
