package org.suanwang.market.parameter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.quantity.Unit;

/**
 * A number that is given, not computed; with its unit, dated values and sources. An assumption is a
 * parameter that nobody has measured, and says why it is taken.
 *
 * @param share it is a part of a whole, so no value lies outside 0 to 100 %
 * @param rationale why it is assumed; null exactly when it is not
 * @param origin the file it was read from, for messages
 */
public record Parameter(
    String name,
    String label,
    String topic,
    Unit unit,
    boolean share,
    List<DatedValue> values,
    boolean assumption,
    @Nullable String rationale,
    Origin origin) {
  public Parameter {
    values = List.copyOf(values);
  }

  /** Is it written {@code name@2025} in formulas? */
  public boolean isDated() {
    return values.getFirst().period() != null;
  }

  /** The value for a period; for a parameter with one undated value the period is null. */
  public Optional<DatedValue> find(@Nullable String period) {
    return values.stream().filter(v -> Objects.equals(v.period(), period)).findFirst();
  }

  /** The names formulas, overrides and requests use: {@code name}, or {@code name@2025} each. */
  public List<String> keys() {
    return values.stream().map(v -> key(v.period())).toList();
  }

  public String key(@Nullable String period) {
    return period == null ? name : name + "@" + period;
  }
}
