package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/**
 * A peak is lanes × clock × operations a cycle, and a lane does 2, 4, 8 … operations a cycle (a
 * fused multiply-add counts two). A vector peak at FP32 is just two for each lane; a tensor core
 * does a power of two. What comes out between two powers has a wrong digit somewhere.
 */
final class PeakIsClockTimesLanes implements SubjectRule {
  private static final String SINGLE_ISSUE = "cuda";

  /** Lanes whose FP32 peak is two operations a cycle. */
  private static final Set<String> VECTOR_LANES = Set.of(SINGLE_ISSUE, "fp32", "stream", "shader");

  private static final String TENSOR_LANES = "tensor";
  private static final double GIGA_PER_TERA = 1000;
  private static final double FMA = 2;

  /** Vendors compute with a boost clock that they print with three digits. */
  private static final double VECTOR_TOLERANCE = 0.12;

  /** In powers of two: how far from a whole one a tensor core's operations may come out. */
  private static final double POWER_TOLERANCE = 0.18;

  private static final int POWER_MAX = 14;

  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    Specification spec = dossier.specification();
    Optional<Double> clock = clock(spec);
    return clock.isEmpty()
        ? List.of()
        : Stream.concat(vector(spec, clock.get()).stream(), tensor(spec, clock.get()).stream())
            .toList();
  }

  private static Optional<Double> clock(Specification spec) {
    return Stream.of("boost", "max", "peak", "FP32")
        .map(name -> spec.number(new Named(Named.Family.CLOCK, name)))
        .flatMap(Stream::ofNullable)
        .map(r -> r.value().doubleValue())
        .findFirst();
  }

  /** So many lanes of a maker's name for them. */
  private record Lanes(String name, Resolved count) {
    static Optional<Lanes> find(Specification spec, Set<String> names) {
      return spec.numbers().entrySet().stream()
          .flatMap(e -> Lanes.of(e.getKey(), e.getValue()))
          .filter(lanes -> names.contains(lanes.name))
          .findFirst();
    }

    private static Stream<Lanes> of(Attribute attribute, Resolved count) {
      return attribute instanceof Named named && named.family() == Named.Family.CORES
          ? Stream.of(new Lanes(named.name().toLowerCase(Locale.ROOT), count))
          : Stream.of();
    }

    /**
     * How many instructions one issues in a cycle. AMD and others have lanes of two, and count them
     * once; what is called a CUDA core issues one.
     */
    Stream<Double> issues() {
      return name.equals(SINGLE_ISSUE) ? Stream.of(1.0) : Stream.of(1.0, 2.0);
    }
  }

  private Optional<Finding> vector(Specification spec, double clockGigahertz) {
    Optional<Lanes> lanes = Lanes.find(spec, VECTOR_LANES);
    Optional<PeakThroughput> peak =
        spec.densePeaks(Precision.FP32).stream()
            .filter(p -> p.of().circuit() == Circuit.VECTOR)
            .findFirst();
    if (lanes.isEmpty() || peak.isEmpty()) {
      return Optional.empty();
    }
    double expected =
        lanes.get().count().value().doubleValue() * clockGigahertz * FMA / GIGA_PER_TERA;
    double ratio = peak.get().peak().value().doubleValue() / expected;
    boolean agrees =
        lanes.get().issues().anyMatch(issue -> Math.abs(ratio / issue - 1) < VECTOR_TOLERANCE);
    return agrees ? Optional.empty() : Optional.of(finding(peak.get(), lanes.get(), expected));
  }

  private Optional<Finding> tensor(Specification spec, double clockGigahertz) {
    Optional<Lanes> lanes = Lanes.find(spec, Set.of(TENSOR_LANES));
    Optional<PeakThroughput> peak =
        spec.densePeaks(Precision.FP16).stream()
            .filter(p -> p.of().circuit() == Circuit.MATRIX)
            .filter(p -> p.of().sparsity() == Sparsity.DENSE)
            .findFirst();
    if (lanes.isEmpty() || peak.isEmpty()) {
      return Optional.empty();
    }
    double perCycle =
        peak.get().peak().value().doubleValue()
            * GIGA_PER_TERA
            / (lanes.get().count().value().doubleValue() * clockGigahertz);
    double power = Math.log(perCycle) / Math.log(2);
    boolean agrees =
        power > 1 && power < POWER_MAX && Math.abs(power - Math.rint(power)) < POWER_TOLERANCE;
    return agrees ? Optional.empty() : Optional.of(finding(peak.get(), lanes.get(), perCycle));
  }

  private Finding finding(PeakThroughput peak, Lanes lanes, double computed) {
    return new Finding(
        Severity.WARNING,
        name(),
        peak.peak().claimIds().getFirst(),
        "its "
            + peak.of().precision()
            + " peak of "
            + Spelling.of(peak.peak())
            + " does not come of "
            + lanes.count().value().toPlainString()
            + " lanes at its clock ("
            + String.format(Locale.ROOT, "%.4g", computed)
            + (peak.of().circuit() == Circuit.VECTOR
                ? " TFLOP/s would)"
                : " operations a lane and cycle is no power of two)")
            + "; look up peak, lanes and clock");
  }
}
