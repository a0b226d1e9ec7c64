package org.suanwang.market.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a number is what it is: its formula with the values in it, its source, its rounding, and the
 * same for every number it was made from.
 *
 * @param kind {@code variable}, {@code parameter} or {@code override}
 * @param value the value before rounding, short
 * @param printed the value under the rounding policy
 * @param flowing the value that went into the formula above, short
 * @param rounding the policy in words; null for what is given
 * @param formula null for what is given
 * @param computation the formula with its values; null for what is given
 * @param meaning the definition, or for a given value null
 * @param source the citation; null for an override
 * @param rationale why it is assumed, overridden, or computed so; null when nobody says
 * @param bound on which side the true number lies; null when no bound touches it
 * @param inputs empty when {@code inputsLeftOut}
 * @param inputsLeftOut they stand elsewhere in this tree, or would be too deep for it
 */
public record Explanation(
    String name,
    String label,
    String kind,
    String unit,
    String value,
    String printed,
    String flowing,
    @Nullable String rounding,
    @Nullable String formula,
    @Nullable String computation,
    @Nullable String meaning,
    @Nullable String source,
    @Nullable String rationale,
    @Nullable BoundEffect bound,
    List<String> remarks,
    List<Explanation> inputs,
    boolean inputsLeftOut) {
  public Explanation {
    remarks = List.copyOf(remarks);
    inputs = List.copyOf(inputs);
  }

  /** How many characters it tells, without its inputs. */
  long length() {
    return Stream.concat(
                Stream.concat(
                    remarks.stream(), bound == null ? Stream.of() : bound.inputs().stream()),
                Stream.of(name, label, unit, value, printed, flowing, rounding, formula)
                    .filter(Objects::nonNull))
            .mapToLong(String::length)
            .sum()
        + Stream.of(computation, meaning, source, rationale)
            .filter(Objects::nonNull)
            .mapToLong(String::length)
            .sum();
  }
}
