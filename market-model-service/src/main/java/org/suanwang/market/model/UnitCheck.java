package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.market.formula.Rendering;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.quantity.Dimension;
import org.suanwang.market.quantity.Unit;

/** Every formula gives the unit its variable declares, and adds only like to like. */
final class UnitCheck implements Check {
  @Override
  public List<Finding> check(ModelDraft draft) {
    Map<String, Unit> units = new LinkedHashMap<>();
    draft.parameters().forEach(p -> p.keys().forEach(key -> units.putIfAbsent(key, p.unit())));
    draft.variables().forEach(v -> units.putIfAbsent(v.name(), v.unit()));
    var findings = new ArrayList<Finding>();
    for (Variable variable : draft.variables()) {
      var inference = new DimensionInference(units);
      Dimension found = inference.infer(variable.expression());
      inference.mismatches().forEach(m -> findings.add(finding(variable, m)));
      if (found != null && !found.equals(variable.unit().dimension())) {
        findings.add(wrongResult(variable, found));
      }
    }
    return findings;
  }

  private static Finding finding(Variable variable, DimensionInference.Mismatch mismatch) {
    return Finding.error(
        "unit-mismatch",
        variable.name(),
        variable.origin(),
        "in \"" + mismatch.part() + "\" " + mismatch.message(),
        mismatch.remedy());
  }

  private static Finding wrongResult(Variable variable, Dimension found) {
    Dimension declared = variable.unit().dimension();
    return Finding.error(
        "unit-mismatch",
        variable.name(),
        variable.origin(),
        "\""
            + Rendering.render(variable.expression())
            + "\" gives "
            + found.text()
            + ", but the variable declares "
            + variable.unit().text()
            + ", which is "
            + declared.text(),
        "multiply by something in "
            + declared.dividedBy(found).text()
            + ", or declare a unit of "
            + found.text());
  }
}
