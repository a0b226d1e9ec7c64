package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Uncertainty;

/** Correlations are between uncertain parameters, and can all be at once. */
final class CorrelationCheck implements Check {
  @Override
  public List<Finding> check(ModelDraft draft) {
    if (draft.correlations().isEmpty()) {
      return List.of();
    }
    List<String> uncertain = new ArrayList<>();
    draft
        .parameters()
        .forEach(
            p ->
                p.values().stream()
                    .filter(v -> !(v.uncertainty() instanceof Uncertainty.Unstated))
                    .forEach(v -> uncertain.add(p.key(v.period()))));
    try {
      CorrelationMatrix.of(uncertain, draft.correlations(), false);
      return List.of();
    } catch (InvalidInputException e) {
      Origin origin = draft.correlations().getFirst().origin();
      return e.violations().stream()
          .map(
              v ->
                  Finding.error(
                      "correlation", v.field(), origin, v.value() + ": " + v.rule(), v.remedy()))
          .toList();
    }
  }
}
