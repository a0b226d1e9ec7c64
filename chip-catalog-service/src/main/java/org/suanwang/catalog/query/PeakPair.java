package org.suanwang.catalog.query;

import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;

/** Two dense peaks at one precision that may be compared: never matrix against vector circuits. */
record PeakPair(PeakThroughput from, PeakThroughput to) {
  private record Circuits(Circuit from, Circuit to) {}

  /** Stated alike is best; an unstated circuit may be either. */
  private static final List<Circuits> PREFERENCE =
      List.of(
          new Circuits(Circuit.MATRIX, Circuit.MATRIX),
          new Circuits(Circuit.MATRIX, Circuit.UNSTATED),
          new Circuits(Circuit.UNSTATED, Circuit.MATRIX),
          new Circuits(Circuit.UNSTATED, Circuit.UNSTATED),
          new Circuits(Circuit.VECTOR, Circuit.VECTOR),
          new Circuits(Circuit.VECTOR, Circuit.UNSTATED),
          new Circuits(Circuit.UNSTATED, Circuit.VECTOR));

  static Optional<PeakPair> find(
      Catalog catalog, Accelerator from, Accelerator to, Precision precision) {
    for (Circuits circuits : PREFERENCE) {
      Optional<PeakThroughput> one = peak(catalog, from, precision, circuits.from());
      Optional<PeakThroughput> other = peak(catalog, to, precision, circuits.to());
      if (one.isPresent() && other.isPresent()) {
        return Optional.of(new PeakPair(one.get(), other.get()));
      }
    }
    return Optional.empty();
  }

  /** The peak of one whole device; dies and boards of several devices do not count. */
  private static Optional<PeakThroughput> peak(
      Catalog catalog, Accelerator accelerator, Precision precision, Circuit circuit) {
    return catalog.findSpecification(accelerator.id()).orElseThrow().densePeaks(precision).stream()
        .filter(p -> p.of().scope() == accelerator.scope() && p.of().circuit() == circuit)
        .filter(p -> p.peak().isComparable())
        .findFirst();
  }
}
