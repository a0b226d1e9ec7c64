package org.suanwang.catalog.query;

import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;

/** Two dense peaks at one precision that may be compared: never matrix against vector circuits. */
record PeakPair(Equipment.Peak from, Equipment.Peak to) {
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

  static Optional<PeakPair> find(Equipment from, Equipment to, Precision precision) {
    for (Circuits circuits : PREFERENCE) {
      Optional<Equipment.Peak> one = from.peak(precision, circuits.from());
      Optional<Equipment.Peak> other = to.peak(precision, circuits.to());
      if (one.isPresent() && other.isPresent()) {
        return Optional.of(new PeakPair(one.get(), other.get()));
      }
    }
    return Optional.empty();
  }
}
