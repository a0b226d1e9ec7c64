package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.Variable;

/** No variable needs itself; every cycle is named along its way. */
final class CycleCheck implements Check {
  @Override
  public List<Finding> check(ModelDraft draft) {
    var byName = new LinkedHashMap<String, Variable>();
    draft.variables().forEach(v -> byName.putIfAbsent(v.name(), v));
    Map<String, Set<String>> needs = needs(byName);
    var findings = new ArrayList<Finding>();
    removeComputable(needs);
    while (!needs.isEmpty()) {
      List<String> cycle = cycle(needs);
      Variable variable = Objects.requireNonNull(byName.get(cycle.getFirst()));
      findings.add(finding(variable, cycle));
      cycle.forEach(needs::remove);
      needs.values().forEach(names -> names.retainAll(needs.keySet()));
      removeComputable(needs);
    }
    return findings;
  }

  /** Names in an order in which each comes after all it needs; cyclic ones are left out. */
  static List<String> order(List<Variable> variables) {
    var byName = new LinkedHashMap<String, Variable>();
    variables.forEach(v -> byName.putIfAbsent(v.name(), v));
    return removeComputable(needs(byName));
  }

  private static Map<String, Set<String>> needs(Map<String, Variable> byName) {
    var needs = new LinkedHashMap<String, Set<String>>();
    byName.forEach(
        (name, variable) -> {
          var names = new LinkedHashSet<String>();
          variable.expression().references().stream()
              .map(Expression.Reference::key)
              .filter(byName::containsKey)
              .forEach(names::add);
          needs.put(name, names);
        });
    return needs;
  }

  /** Takes away, again and again, what needs nothing that is left. */
  private static List<String> removeComputable(Map<String, Set<String>> needs) {
    Map<String, List<String>> neededBy = new LinkedHashMap<>();
    var open = new LinkedHashMap<String, Integer>();
    needs.forEach(
        (name, names) -> {
          open.put(name, names.size());
          names.forEach(n -> neededBy.computeIfAbsent(n, k -> new ArrayList<>()).add(name));
        });
    var order = new ArrayList<String>();
    open.forEach(
        (name, count) -> {
          if (count == 0) {
            order.add(name);
          }
        });
    for (int i = 0; i < order.size(); i++) {
      for (String user : neededBy.getOrDefault(order.get(i), List.of())) {
        if (open.merge(user, -1, Integer::sum) == 0) {
          order.add(user);
        }
      }
    }
    order.forEach(needs::remove);
    var left = Set.copyOf(needs.keySet());
    needs.values().forEach(names -> names.retainAll(left));
    return order;
  }

  /** Every name left needs another that is left, so following the first need must come round. */
  private static List<String> cycle(Map<String, Set<String>> needs) {
    var path = new ArrayList<String>();
    var seen = new HashSet<String>();
    String name = needs.keySet().iterator().next();
    while (seen.add(name)) {
      path.add(name);
      name = Objects.requireNonNull(needs.get(name)).iterator().next();
    }
    return List.copyOf(path.subList(path.indexOf(name), path.size()));
  }

  private static Finding finding(Variable variable, List<String> cycle) {
    return Finding.error(
        "cycle",
        variable.name(),
        variable.origin(),
        "needs itself: " + String.join(" → ", cycle) + " → " + cycle.getFirst(),
        "make one of them a parameter, or a variable of an earlier period");
  }
}
