package org.suanwang.market.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An input that is refused as a whole, with every {@link Violation} found, never only the first;
 * beyond the first thousand only their number.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int TOLD_MAX = 1000;

  private final transient List<Violation> violations;

  public InvalidInputException(List<Violation> violations) {
    super(
        told(violations).stream()
            .map(v -> v.field() + " = " + v.value() + ": " + v.rule() + "; " + v.remedy())
            .collect(Collectors.joining("\n")));
    this.violations = told(violations);
  }

  private static List<Violation> told(List<Violation> violations) {
    if (violations.size() <= TOLD_MAX) {
      return List.copyOf(violations);
    }
    var told = new ArrayList<>(violations.subList(0, TOLD_MAX));
    String more = String.valueOf(violations.size() - TOLD_MAX);
    told.add(new Violation("(all)", more, "so many more break rules", "mend these first"));
    return List.copyOf(told);
  }

  public InvalidInputException(String field, String value, String rule, String remedy) {
    this(List.of(new Violation(field, value, rule, remedy)));
  }

  public List<Violation> violations() {
    return violations;
  }
}
