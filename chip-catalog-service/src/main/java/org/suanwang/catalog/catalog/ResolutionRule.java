package org.suanwang.catalog.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Quantity.Relation;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;

/**
 * Chooses between claims about the same attribute that nobody has corrected away: a number before a
 * mere bound, then a claim that says whether it is dense before one that does not, then the best
 * tier, then the latest as-of date (of a month or a year the first day: vagueness is no merit),
 * then the first id. The span covers all of them. Documented in docs/resolution.md.
 */
final class ResolutionRule {
  static final String NAME = "best-tier-then-latest";

  static final Comparator<Claim<Fact>> ORDER =
      Comparator.<Claim<Fact>, Boolean>comparing(ResolutionRule::isBoundOnly)
          .thenComparing(ResolutionRule::leavesSparsityUnstated)
          .thenComparing(Claim::tier)
          .thenComparing(
              Comparator.<Claim<Fact>, LocalDate>comparing(c -> c.asOf().first()).reversed())
          .thenComparing(Claim::id);

  private ResolutionRule() {}

  private static boolean isBoundOnly(Claim<Fact> claim) {
    return claim.content().quantity() instanceof Quantity.Bound;
  }

  private static boolean leavesSparsityUnstated(Claim<Fact> claim) {
    return claim.content().attribute() instanceof Throughput t && t.sparsity() == Sparsity.UNSTATED;
  }

  /**
   * Resolves numbers; claims of texts, of unknowns and of a wrong unit have no say. Where an
   * attribute takes two units, as money does, only those in the winner's have.
   */
  static Optional<Resolved> resolve(List<Claim<Fact>> claims) {
    List<Claim<Fact>> ranked =
        claims.stream().filter(c -> span(c.content()) != null).sorted(ORDER).toList();
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    Claim<Fact> winner = ranked.getFirst();
    Optional<Unit> unit = winner.content().quantity().unit();
    List<Claim<Fact>> alike =
        ranked.stream().filter(c -> c.content().quantity().unit().equals(unit)).toList();
    List<Span> spans = spans(alike);
    BigDecimal low = spans.stream().map(Span::low).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal high = spans.stream().map(Span::high).max(BigDecimal::compareTo).orElseThrow();
    return Optional.of(
        new Resolved(
            spans.getFirst().value(),
            low,
            high,
            unit.orElseThrow(),
            winner.basis().kind(),
            NAME,
            alike.stream().map(Claim::id).toList(),
            spans.getFirst().bound()));
  }

  /** A bound that a claimed number keeps to says nothing that the number does not. */
  private static List<Span> spans(List<Claim<Fact>> alike) {
    Span first = requireSpan(alike.getFirst().content());
    return alike.stream()
        .map(c -> requireSpan(c.content()))
        .filter(s -> first.bound() != null || s.bound() == null || !s.admits(first.value()))
        .map(s -> first.bound() == null && s.bound() != null ? s.limit() : s)
        .toList();
  }

  /** The winning text. */
  static Optional<String> resolveText(List<Claim<Fact>> claims) {
    return claims.stream()
        .filter(c -> c.content().quantity() instanceof Quantity.Text)
        .filter(c -> c.content().isWellFormed())
        .min(ORDER)
        .map(c -> ((Quantity.Text) c.content().quantity()).text());
  }

  private record Span(BigDecimal value, BigDecimal low, BigDecimal high, @Nullable Relation bound) {
    boolean admits(BigDecimal number) {
      int order = number.compareTo(value);
      return bound != null && (bound.isUpper() ? order <= 0 : order >= 0);
    }

    /** Where a number that does not keep to the bound would have to be at least. */
    Span limit() {
      return new Span(value, value, value, null);
    }
  }

  private static Span requireSpan(Fact fact) {
    Span span = span(fact);
    if (span == null) {
      throw new IllegalStateException("filtered before");
    }
    return span;
  }

  private static @Nullable Span span(Fact fact) {
    if (!fact.isWellFormed()) {
      return null;
    }
    return switch (fact.quantity()) {
      case Quantity.Value v -> new Span(v.number(), v.number(), v.number(), null);
      // What is configurable up to a limit is compared by its limit, as peaks are.
      case Quantity.Range r -> new Span(r.high(), r.low(), r.high(), null);
      case Quantity.Bound b ->
          new Span(
              b.number(),
              b.relation().isUpper() ? BigDecimal.ZERO : b.number(),
              b.number(),
              b.relation());
      case Quantity.Text _, Quantity.Unknown _ -> null;
    };
  }
}
