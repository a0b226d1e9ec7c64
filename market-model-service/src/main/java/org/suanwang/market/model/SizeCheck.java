package org.suanwang.market.model;

import java.util.List;
import org.suanwang.market.parameter.Origin;

/** A model stays within what is computed in one request. */
final class SizeCheck implements Check {
  static final int ENTRIES_MAX = 2000;
  private static final int VALUES_MAX = 20_000;

  @Override
  public List<Finding> check(ModelDraft draft) {
    int entries = draft.parameters().size() + draft.variables().size();
    if (entries == 0 || entries > ENTRIES_MAX) {
      return error(
          draft,
          "the model has " + entries + " parameters and variables",
          "have at least 1 and at most " + ENTRIES_MAX);
    }
    int values = draft.keys().size();
    return values > VALUES_MAX
        ? error(draft, "the model has " + values + " values", "have at most " + VALUES_MAX)
        : List.of();
  }

  private static List<Finding> error(ModelDraft draft, String message, String remedy) {
    return List.of(
        Finding.error("model-size", draft.id(), new Origin("(model)", 1), message, remedy));
  }
}
