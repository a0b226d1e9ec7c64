package org.suanwang.market.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input that is refused as a whole, with every {@link Violation} found, never only the first.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidInputException(List<Violation> violations) {
    super(
        violations.stream()
            .map(v -> v.field() + " = " + v.value() + ": " + v.rule() + "; " + v.remedy())
            .collect(Collectors.joining("\n")));
    this.violations = List.copyOf(violations);
  }

  public InvalidInputException(String field, String value, String rule, String remedy) {
    this(List.of(new Violation(field, value, rule, remedy)));
  }

  public List<Violation> violations() {
    return violations;
  }
}
