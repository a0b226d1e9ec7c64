package org.suanwang.catalog.rest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.rest.ClaimRequest.BasisPart;

/** Reads the basis of a request; notes what is wrong with it. */
final class BasisPartReader {
  private final List<Violation> violations;

  BasisPartReader(List<Violation> violations) {
    this.violations = violations;
  }

  Optional<Basis> read(BasisPart b) {
    Optional<Basis> basis =
        switch (b.kind()) {
          case "REPORTED" -> Optional.of(new Basis.Reported());
          case "CORRECTED" -> both(b.corrects(), b.why()).map(_ -> corrected(b));
          case "MEASURED" -> text(b.method()).map(Basis.Measured::new);
          case "DERIVED" ->
              both(b.rule(), b.inputs())
                  .map(
                      _ -> new Basis.Derived(requireNonNull(b.rule()), requireNonNull(b.inputs())));
          case "ESTIMATED" -> estimated(b);
          case "UNKNOWN" -> text(b.why()).map(Basis.Unknown::new);
          default -> Optional.empty();
        };
    if (basis.isEmpty()) {
      violate(
          "basis",
          Violations.shown(b),
          "must be a known kind with what that kind needs",
          "REPORTED; CORRECTED corrects why; MEASURED method; DERIVED rule inputs; ESTIMATED"
              + " method low high; UNKNOWN why");
    }
    return basis;
  }

  private static Basis corrected(BasisPart b) {
    return new Basis.Corrected(requireNonNull(b.corrects()), requireNonNull(b.why()));
  }

  private static Optional<Basis> estimated(BasisPart b) {
    if (b.low() == null
        || b.high() == null
        || !Decimals.isWithinLimits(b.low())
        || !Decimals.isWithinLimits(b.high())
        || b.low().compareTo(b.high()) > 0) {
      return Optional.empty();
    }
    BigDecimal low = Decimals.normal(b.low());
    BigDecimal high = Decimals.normal(b.high());
    return text(b.method()).map(method -> new Basis.Estimated(method, low, high));
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }

  private static Optional<Object> both(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null ? Optional.empty() : Optional.of(one);
  }

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
