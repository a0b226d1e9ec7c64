package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Parameter;

/** Names are well formed, used once, and every name in a formula is there. */
final class NameCheck implements Check {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private static final int SUGGESTIONS_MAX = 20;

  @Override
  public List<Finding> check(ModelDraft draft) {
    var findings = new ArrayList<Finding>();
    Map<String, Origin> seen = new HashMap<>();
    draft.parameters().forEach(p -> checkName(p.name(), p.origin(), seen, findings));
    draft.variables().forEach(v -> checkName(v.name(), v.origin(), seen, findings));
    List<String> keys = draft.keys();
    var known = new HashSet<>(keys);
    int suggestions = 0;
    for (Variable variable : draft.variables()) {
      for (Expression.Reference reference : variable.expression().references()) {
        if (!known.contains(reference.key())) {
          // Looking for the nearest name takes long; who misspells more than a few knows why.
          boolean suggest = ++suggestions <= SUGGESTIONS_MAX;
          findings.add(unknown(variable, reference, draft, suggest ? keys : List.of()));
        }
      }
    }
    return findings;
  }

  private static void checkName(
      String name, Origin origin, Map<String, Origin> seen, List<Finding> findings) {
    if (!NAME.matcher(name).matches()) {
      findings.add(
          Finding.error(
              "malformed-name",
              name,
              origin,
              "a name is a lower-case letter and then up to 63 letters, digits or _",
              "rename it"));
    }
    Origin first = seen.putIfAbsent(name, origin);
    if (first != null) {
      findings.add(
          Finding.error(
              "duplicate-name",
              name,
              origin,
              "the name is already used at " + first.text(),
              "give one of the two another name"));
    }
  }

  private static Finding unknown(
      Variable variable, Expression.Reference reference, ModelDraft draft, List<String> keys) {
    Parameter dated = dated(reference.name(), draft);
    if (dated != null) {
      return Finding.error(
          "unknown-period",
          variable.name(),
          variable.origin(),
          "\"" + reference.key() + "\" at character " + reference.position() + " names no value",
          "use one of " + String.join(", ", dated.keys()));
    }
    return Finding.error(
        "unknown-name",
        variable.name(),
        variable.origin(),
        "\"" + reference.key() + "\" at character " + reference.position() + " is not defined",
        Suggestion.remedy(reference.key(), keys, "define it as a parameter or variable"));
  }

  private static @Nullable Parameter dated(String name, ModelDraft draft) {
    return draft.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
  }
}
