package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.distribution.CorrelationMatrix;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Uncertainty;

/** Correlations are between uncertain parameters, and can all be at once. */
final class CorrelationCheck implements Check {
  private static final Pattern ITEM = Pattern.compile("correlations\\[(\\d{1,5})\\]");

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
      return e.violations().stream()
          .map(
              v ->
                  Finding.error(
                      "correlation",
                      v.field(),
                      origin(draft, v.field()),
                      v.value() + ": " + v.rule(),
                      v.remedy()))
          .toList();
    }
  }

  /** The correlation that a path such as {@code correlations[2].coefficient} leads to. */
  private static Origin origin(ModelDraft draft, String path) {
    Matcher item = ITEM.matcher(path);
    int index = item.lookingAt() ? Integer.parseInt(item.group(1)) : 0;
    Origin origin = draft.correlations().get(index).origin();
    return new Origin(origin.file(), origin.line(), path);
  }
}
