package org.suanwang.catalog.exportcontrol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The quantities that rules set thresholds for, computed from the facts. */
final class Measurements {
  private final ChipFacts facts;
  private final Optional<Tpp> tpp;

  Measurements(ChipFacts facts) {
    this.facts = facts;
    this.tpp = Tpp.of(facts.peaks());
  }

  ChipFacts facts() {
    return facts;
  }

  String accelerator() {
    return facts.accelerator();
  }

  Optional<Tpp> tpp() {
    return tpp;
  }

  Optional<Sourced> findDieArea() {
    return Optional.ofNullable(facts.dieAreaSquareMillimetres());
  }

  Optional<Sourced> find(Parameter parameter) {
    return switch (parameter) {
      case TPP -> tpp.map(t -> new Sourced(t.value(), t.claimIds()));
      case PERFORMANCE_DENSITY ->
          find(Parameter.TPP).flatMap(t -> findDieArea().map(a -> quotient(t, a)));
      case IO_RATE -> Optional.ofNullable(facts.ioGigabytesPerSecond());
      case DRAM_BANDWIDTH -> Optional.ofNullable(facts.dramGigabytesPerSecond());
      case MEMORY_BANDWIDTH_DENSITY ->
          Optional.ofNullable(facts.memoryStack()).flatMap(Measurements::density);
    };
  }

  /** Whether nothing at all is known of it; for a density, whether the area is not known. */
  boolean isMissing(Parameter parameter) {
    return parameter == Parameter.PERFORMANCE_DENSITY
        ? findDieArea().isEmpty()
        : find(parameter).isEmpty();
  }

  /** Empty when the dies are not on a non-planar node: then there is no applicable area. */
  Optional<PerformanceDensity> performanceDensity() {
    if (facts.nonPlanar().truth() == Truth.NO) {
      return Optional.empty();
    }
    return find(Parameter.PERFORMANCE_DENSITY)
        .map(pd -> new PerformanceDensity(pd.value(), arithmetic(pd.value()), pd.claimIds()));
  }

  private String arithmetic(Interval density) {
    return "performance density = %s TPP / %s mm2 = %s"
        .formatted(
            text(tpp.map(Tpp::value).orElse(null)),
            text(findDieArea().map(Sourced::value).orElse(null)),
            density.text());
  }

  private static String text(@Nullable Interval interval) {
    return interval == null ? "unknown" : interval.text();
  }

  Statement statement(Property property) {
    return switch (property) {
      case DATA_CENTRE -> facts.dataCentre();
      case NON_PLANAR -> facts.nonPlanar();
      case CO_PACKAGED -> {
        MemoryStack stack = facts.memoryStack();
        yield stack == null ? Statement.UNKNOWN : stack.coPackaged();
      }
    };
  }

  private static Optional<Sourced> density(MemoryStack stack) {
    Sourced bandwidth = stack.bandwidthGigabytesPerSecond();
    Sourced area = stack.areaSquareMillimetres();
    return bandwidth == null || area == null
        ? Optional.empty()
        : Optional.of(quotient(bandwidth, area));
  }

  private static Sourced quotient(Sourced dividend, Sourced divisor) {
    List<String> claims =
        Stream.concat(dividend.claimIds().stream(), divisor.claimIds().stream())
            .distinct()
            .toList();
    return new Sourced(dividend.value().per(divisor.value()), claims);
  }
}
