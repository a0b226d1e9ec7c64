package org.suanwang.market.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a model that is in one version and not in the other, or not the same in both.
 *
 * @param name the part's name; of a correlation both names, of the model's head its id
 * @param fields what is not the same; of an added or removed part all it says
 */
public record PartChange(Kind kind, String name, How how, List<FieldChange> fields) {
  public PartChange {
    fields = List.copyOf(fields);
  }

  /** What a model is made of. */
  public enum Kind {
    MODEL,
    PARAMETER,
    VARIABLE,
    SCENARIO,
    CORRELATION
  }

  /** What happened to the part on the way from one version to the other. */
  public enum How {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One field of it.
   *
   * @param field such as {@code unit}, {@code value@2025} or {@code formula}
   * @param from as text; null when it was not there
   * @param to as text; null when it is no longer there
   */
  public record FieldChange(String field, @Nullable String from, @Nullable String to) {}
}
