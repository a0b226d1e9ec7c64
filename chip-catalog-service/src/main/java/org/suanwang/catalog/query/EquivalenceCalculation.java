package org.suanwang.catalog.query;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;

/**
 * Answers equivalence questions from the claims of a catalogue. Documented in docs/equivalence.md.
 */
public final class EquivalenceCalculation {
  private static final BigDecimal DEVICES_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final String TOTAL_POWER = "count-times-power";

  private final Catalog catalog;

  public EquivalenceCalculation(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Compares, dense against dense, and rounds up to whole devices or whole systems.
   *
   * @throws InvalidInputException when one of the two is not there, or has no dense peak at the
   *     precision, or the answer would be absurdly large
   */
  public Equivalence evaluate(EquivalenceQuestion question) {
    Equipment from = Equipment.require(catalog, "from.accelerator", question.from());
    Equipment to = Equipment.require(catalog, "to", question.to());
    requireDensePeaks(question, from, to);
    PeakPair pair = PeakPair.find(from, to, question.precision()).orElseThrow();
    List<Constraint> constraints = new ArrayList<>(throughputs(question, from, to, pair));
    add(constraints, question, from, to, Plain.MEMORY_BANDWIDTH);
    add(constraints, question, from, to, Plain.MEMORY_CAPACITY);
    add(constraints, question, from, to, Plain.INTERCONNECT_BANDWIDTH);
    add(constraints, question, from, to, Plain.NETWORK_BANDWIDTH);
    return answer(question.count(), from, to, constraints);
  }

  private static void requireDensePeaks(
      EquivalenceQuestion question, Equipment from, Equipment to) {
    Precision precision = question.precision();
    List<Violation> violations = new ArrayList<>();
    for (Equipment side : List.of(from, to)) {
      if (List.of(Circuit.values()).stream().allMatch(c -> side.peak(precision, c).isEmpty())) {
        violations.add(
            new Violation(
                "precision",
                precision.name(),
                side.id() + " must have a dense peak claimed at this precision",
                "ask for another precision, or POST /v1/claims with a sourced "
                    + String.join(", ", side.missingForPeak(precision))));
      }
    }
    if (violations.isEmpty() && PeakPair.find(from, to, precision).isEmpty()) {
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

  /** The peaks, and what is reached of them where that is asked for: then only this counts. */
  private List<Constraint> throughputs(
      EquivalenceQuestion question, Equipment from, Equipment to, PeakPair pair) {
    Constraint peaks = withCircuits(Constraint.THROUGHPUT, pair);
    if (!question.constraints().contains(Constraint.EFFECTIVE_THROUGHPUT)) {
      return List.of(peaks);
    }
    Constraint effective =
        new EffectiveThroughput(catalog, question.terms()).compare(from, to, pair);
    return List.of(effective.counts() ? peaks.withoutSay() : peaks, effective);
  }

  private static Constraint withCircuits(String name, PeakPair pair) {
    return Constraint.compared(name, pair.from().peak(), pair.to().peak(), null)
        .withCircuits(pair.from().circuit(), pair.to().circuit());
  }

  private static void add(
      List<Constraint> constraints,
      EquivalenceQuestion question,
      Equipment from,
      Equipment to,
      Plain attribute) {
    if (!question.constraints().contains(attribute.kind())) {
      return;
    }
    Equipment.Holding one = from.number(attribute);
    Equipment.Holding other = to.number(attribute);
    List<String> missing = new ArrayList<>(one.missing());
    missing.addAll(other.missing());
    constraints.add(
        missing.isEmpty()
            ? Constraint.compared(
                attribute.kind(),
                requireNonNull(one.resolved()),
                requireNonNull(other.resolved()),
                null)
            : Constraint.unknown(attribute.kind(), one.resolved(), other.resolved(), missing));
  }

  private Equivalence answer(
      long fromCount, Equipment from, Equipment to, List<Constraint> constraints) {
    List<Need> needs =
        constraints.stream().filter(Constraint::counts).map(c -> Need.of(fromCount, c)).toList();
    Need binding = needs.stream().max(Comparator.comparing(Need::exact)).orElseThrow();
    var devices =
        new Devices(
            needs.stream().mapToLong(Need::count).max().orElseThrow(),
            needs.stream().mapToLong(Need::low).max().orElseThrow(),
            needs.stream().mapToLong(Need::high).max().orElseThrow());
    return new Equivalence(
        from,
        fromCount,
        to,
        devices.value(),
        devices.low(),
        devices.high(),
        binding.name(),
        constraints,
        to.subject() instanceof Accelerator a
            ? WholeSystems.holding(WholeSystems.sole(catalog), a, devices)
            : List.of(),
        power(from, new Devices(fromCount, fromCount, fromCount)),
        power(to, devices));
  }

  private static Equivalence.Power power(Equipment side, Devices count) {
    Equipment.Holding each = side.number(Plain.POWER);
    Optional<Resolved> total =
        Optional.ofNullable(each.resolved())
            .filter(_ -> each.missing().isEmpty())
            .map(
                p ->
                    SpanArithmetic.derived(
                        p.value().multiply(BigDecimal.valueOf(count.value())),
                        p.low().multiply(BigDecimal.valueOf(count.low())),
                        p.high().multiply(BigDecimal.valueOf(count.high())),
                        p.unit(),
                        TOTAL_POWER,
                        p.claimIds()));
    return new Equivalence.Power(total.orElse(null), each.missing());
  }

  /** The whole devices or systems that one constraint asks for. */
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
