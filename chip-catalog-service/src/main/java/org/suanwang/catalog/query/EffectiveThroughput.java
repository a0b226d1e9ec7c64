package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.measure.Unit;

/** What two reach of their peaks: the measured or stated share of each, or an assumed equal one. */
final class EffectiveThroughput {
  static final String RULE = "peak-times-efficiency";
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  private final Catalog catalog;
  private final Efficiency.Terms terms;

  EffectiveThroughput(Catalog catalog, Efficiency.Terms terms) {
    this.catalog = catalog;
    this.terms = terms;
  }

  /** The share of one side, or what would have to be claimed. */
  private record Share(@Nullable Resolved resolved, String missing) {}

  Constraint compare(Equipment from, Equipment to, PeakPair pair) {
    Map<String, Resolved> one = Efficiency.claimed(catalog, from);
    Map<String, Resolved> other = Efficiency.claimed(catalog, to);
    Optional<String> workload = Efficiency.workload(terms.workload(), one, other);
    Share fromShare = share(terms.from(), from, one, workload);
    Share toShare = share(terms.to(), to, other, workload);
    if (fromShare.resolved() != null && toShare.resolved() != null) {
      return circuits(
          Constraint.compared(
              Constraint.EFFECTIVE_THROUGHPUT,
              reached(pair.from().peak(), fromShare.resolved()),
              reached(pair.to().peak(), toShare.resolved()),
              note(workload)),
          pair);
    }
    return terms.assumeEqual()
        ? circuits(assumedEqual(pair), pair)
        : Constraint.unknown(
            Constraint.EFFECTIVE_THROUGHPUT, null, null, missing(fromShare, toShare));
  }

  private static Constraint assumedEqual(PeakPair pair) {
    return Constraint.compared(
            Constraint.EFFECTIVE_THROUGHPUT,
            pair.from().peak(),
            pair.to().peak(),
            "both sides are assumed to reach the same share of their peaks, as the request allows")
        .as(Constraint.State.ASSUMED_EQUAL);
  }

  private static Constraint circuits(Constraint constraint, PeakPair pair) {
    return constraint.withCircuits(pair.from().circuit(), pair.to().circuit());
  }

  private static Share share(
      Efficiency.@Nullable Stated stated,
      Equipment side,
      Map<String, Resolved> claimed,
      Optional<String> workload) {
    String missing = side.id() + ".efficiency " + workload.orElse("of a common workload");
    return stated == null
        ? new Share(workload.map(claimed::get).orElse(null), missing)
        : new Share(stated.resolved(), missing);
  }

  static Resolved reached(Resolved peak, Resolved percent) {
    Resolved share =
        SpanArithmetic.derived(
            percent.value().multiply(PERCENT),
            percent.low().multiply(PERCENT),
            percent.high().multiply(PERCENT),
            Unit.ONE,
            RULE,
            percent.claimIds());
    return SpanArithmetic.product(peak, share, peak.unit(), RULE);
  }

  private static List<String> missing(Share from, Share to) {
    List<String> missing = new ArrayList<>();
    Stream.of(from, to).filter(s -> s.resolved() == null).forEach(s -> missing.add(s.missing()));
    return missing;
  }

  private @Nullable String note(Optional<String> workload) {
    List<String> notes = new ArrayList<>();
    if (terms.from() != null) {
      notes.add("the first side's share is stated: " + terms.from().source());
    }
    if (terms.to() != null) {
      notes.add("the second side's share is stated: " + terms.to().source());
    }
    if (terms.from() == null || terms.to() == null) {
      workload.ifPresent(w -> notes.add("claimed for the workload " + w));
    }
    return notes.isEmpty() ? null : String.join("; ", notes);
  }
}
