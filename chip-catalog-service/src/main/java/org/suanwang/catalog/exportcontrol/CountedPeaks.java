package org.suanwang.catalog.exportcontrol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.suanwang.catalog.exportcontrol.Peak.Circuit;
import org.suanwang.catalog.exportcontrol.Peak.Scope;
import org.suanwang.catalog.exportcontrol.Peak.Sparsity;

/**
 * The peaks that count for total processing performance, and the others with the reason.
 *
 * @param peaks one for each format, circuit and scope; where several claims speak of the same, all
 *     that they say is possible
 * @param isPartOnly whether they are of single dies, so that the whole is at least that
 */
record CountedPeaks(
    List<Peak> peaks, List<String> leftOut, List<String> assumptions, boolean isPartOnly) {

  static CountedPeaks of(List<Peak> all) {
    List<Peak> counted = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    boolean isPartOnly = all.stream().allMatch(p -> p.scope() == Scope.DIE);
    for (Peak peak : all) {
      String reason = reasonAgainst(peak, all, isPartOnly);
      if (reason.isEmpty()) {
        counted.add(peak);
      } else {
        leftOut.add(
            "%s %s %s: not counted, %s"
                .formatted(peak.format(), peak.throughput().value().text(), peak.unit(), reason));
      }
    }
    return new CountedPeaks(merged(counted), leftOut, assumptions(counted, isPartOnly), isPartOnly);
  }

  private static String reasonAgainst(Peak peak, List<Peak> all, boolean isPartOnly) {
    if (peak.sparsity() == Sparsity.SPARSE) {
      return "it is sparse";
    }
    if (peak.scope() == Scope.DIE && !isPartOnly) {
      return "it is of one die only";
    }
    if (peak.sparsity() == Sparsity.UNSTATED) {
      Stream<Peak> same = all.stream().filter(p -> p.format().equals(peak.format()));
      return same.map(p -> reasonAgainst(peak, p)).filter(r -> !r.isEmpty()).findFirst().orElse("");
    }
    return "";
  }

  /** A peak that does not say whether it is dense yields to one of the same format that does. */
  private static String reasonAgainst(Peak unstated, Peak other) {
    if (other.sparsity() == Sparsity.SPARSE
        && other.throughput().value().equals(unstated.throughput().value())) {
      return "it equals the sparse peak";
    }
    boolean isSameCircuit =
        other.circuit() == unstated.circuit()
            || (other.circuit() == Circuit.MATRIX && unstated.circuit() == Circuit.UNSTATED);
    return other.sparsity() == Sparsity.DENSE && isSameCircuit
        ? "a dense peak is known and this one does not say what it is"
        : "";
  }

  private static List<Peak> merged(List<Peak> counted) {
    record Key(String format, Circuit circuit, Scope scope) {}
    Map<Key, Peak> merged = new LinkedHashMap<>();
    for (Peak peak : counted) {
      merged.merge(
          new Key(peak.format(), peak.circuit(), peak.scope()), peak, CountedPeaks::merged);
    }
    return List.copyOf(merged.values());
  }

  private static Peak merged(Peak one, Peak other) {
    return new Peak(
        one.format(),
        union(one.bitLengths(), other.bitLengths()),
        new Sourced(
            one.throughput().value().hull(other.throughput().value()),
            union(one.throughput().claimIds(), other.throughput().claimIds())),
        one.isFloating(),
        one.circuit(),
        one.sparsity() == Sparsity.UNSTATED ? Sparsity.UNSTATED : other.sparsity(),
        one.scope());
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private static List<String> assumptions(List<Peak> counted, boolean isPartOnly) {
    List<String> assumptions = new ArrayList<>();
    for (Peak vector : counted) {
      boolean isTwofold =
          vector.circuit() == Circuit.VECTOR
              && counted.stream()
                  .anyMatch(
                      m -> m.format().equals(vector.format()) && m.circuit() == Circuit.MATRIX);
      if (isTwofold) {
        assumptions.add(
            "vector and matrix circuits of " + vector.format() + " count once, not added up");
      }
    }
    if (isPartOnly && !counted.isEmpty()) {
      assumptions.add("only peaks of single dies are known, so the whole has at least that");
    }
    return assumptions;
  }
}
