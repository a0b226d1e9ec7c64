package org.suanwang.catalog.query;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;

/**
 * Answers equivalence questions from the claims of a catalogue. Documented in docs/equivalence.md.
 */
public final class EquivalenceCalculation {
  private static final BigDecimal DEVICES_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Catalog catalog;

  public EquivalenceCalculation(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Compares, dense against dense, and rounds up to whole devices.
   *
   * @throws InvalidInputException when an accelerator is not there, or has no dense peak at the
   *     precision, or the answer would be absurdly large
   */
  public Equivalence evaluate(EquivalenceQuestion question) {
    Accelerator from = catalog.requireAccelerator("from.accelerator", question.from());
    Accelerator to = catalog.requireAccelerator("to", question.to());
    requireDensePeaks(question, from, to);
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(throughput(from, to, question.precision()));
    constraints.add(
        constraint(Constraint.MEMORY_BANDWIDTH, from, to, Specification::memoryBandwidth));
    constraints.add(
        constraint(Constraint.MEMORY_CAPACITY, from, to, Specification::memoryCapacity));
    constraints.removeIf(
        c -> !c.name().equals(Constraint.THROUGHPUT) && !question.constraints().contains(c.name()));
    return answer(question.count(), from, to, constraints);
  }

  private Specification specification(Accelerator accelerator) {
    return catalog.findSpecification(accelerator.id()).orElseThrow();
  }

  private void requireDensePeaks(EquivalenceQuestion question, Accelerator from, Accelerator to) {
    Precision precision = question.precision();
    List<Violation> violations = new ArrayList<>();
    for (Accelerator side : List.of(from, to)) {
      if (specification(side).densePeaks(precision).stream()
          .noneMatch(p -> p.peak().isComparable())) {
        violations.add(
            new Violation(
                "precision",
                precision.name(),
                side.id() + " must have a dense peak claimed at this precision",
                "ask for another precision, or POST /v1/claims with a sourced one"));
      }
    }
    if (violations.isEmpty() && PeakPair.find(catalog, from, to, precision).isEmpty()) {
      violations.add(
          new Violation(
              "precision",
              precision.name(),
              "both must have a dense peak of the same circuits, and of one whole device",
              "matrix circuits are not comparable with vector circuits; ask for another precision"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  private Constraint throughput(Accelerator from, Accelerator to, Precision precision) {
    PeakPair pair = PeakPair.find(catalog, from, to, precision).orElseThrow();
    return new Constraint(
        Constraint.THROUGHPUT,
        Constraint.State.COMPARED,
        pair.from().peak(),
        pair.to().peak(),
        pair.from().of().circuit(),
        pair.to().of().circuit(),
        Ratio.of(pair.from().peak(), pair.to().peak()),
        List.of());
  }

  private Constraint constraint(
      String name,
      Accelerator from,
      Accelerator to,
      Function<Specification, @Nullable Resolved> attribute) {
    Resolved one = attribute.apply(specification(from));
    Resolved other = attribute.apply(specification(to));
    List<String> missing = new ArrayList<>();
    if (one == null || !one.isComparable()) {
      missing.add(from.id() + "." + name);
    }
    if (other == null || !other.isComparable()) {
      missing.add(to.id() + "." + name);
    }
    if (one == null || other == null || !missing.isEmpty()) {
      return new Constraint(name, Constraint.State.UNKNOWN, one, other, null, null, null, missing);
    }
    return new Constraint(
        name, Constraint.State.COMPARED, one, other, null, null, Ratio.of(one, other), List.of());
  }

  private static Equivalence answer(
      long fromCount, Accelerator from, Accelerator to, List<Constraint> constraints) {
    List<Need> needs =
        constraints.stream()
            .filter(c -> c.state() == Constraint.State.COMPARED)
            .map(c -> Need.of(fromCount, c))
            .toList();
    Need binding = needs.stream().max(Comparator.comparing(Need::exact)).orElseThrow();
    return new Equivalence(
        from,
        fromCount,
        to,
        needs.stream().mapToLong(Need::count).max().orElseThrow(),
        needs.stream().mapToLong(Need::low).max().orElseThrow(),
        needs.stream().mapToLong(Need::high).max().orElseThrow(),
        binding.name(),
        constraints);
  }

  /** The whole devices that one constraint asks for. */
  private record Need(String name, BigDecimal exact, long count, long low, long high) {
    static Need of(long count, Constraint c) {
      Resolved from = requireNonNull(c.from());
      Resolved to = requireNonNull(c.to());
      return new Need(
          c.name(),
          requireNonNull(c.ratio()).value(),
          devices(count, from.value(), to.value()),
          devices(count, from.low(), to.high()),
          devices(count, from.high(), to.low()));
    }

    private static long devices(long count, BigDecimal from, BigDecimal to) {
      BigDecimal devices =
          BigDecimal.valueOf(count).multiply(from).divide(to, 0, RoundingMode.CEILING);
      if (devices.compareTo(DEVICES_MAX) > 0) {
        throw new InvalidInputException(
            "from.count",
            String.valueOf(count),
            "must come to at most " + DEVICES_MAX.toPlainString() + " devices of the other kind",
            "ask for fewer, or look for an absurd claim: GET /v1/findings");
      }
      return devices.longValueExact();
    }
  }
}
