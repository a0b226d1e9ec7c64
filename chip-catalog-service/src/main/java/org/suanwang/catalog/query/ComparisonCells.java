package org.suanwang.catalog.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;
import org.suanwang.catalog.query.Comparison.Cell;
import org.suanwang.catalog.query.Comparison.Pair;
import org.suanwang.catalog.query.Comparison.Row;
import org.suanwang.catalog.query.Comparison.Section;
import org.suanwang.catalog.query.Likeness.Sample;

/** Marks the cells of a row: like for like with the reference or not, how many times it, best. */
final class ComparisonCells {
  private final List<Subject> subjects;
  private final List<Specification> specifications;
  private final int reference;

  ComparisonCells(List<Subject> subjects, List<Specification> specifications, int reference) {
    this.subjects = subjects;
    this.specifications = specifications;
    this.reference = reference;
  }

  Row row(
      Section section,
      String attribute,
      String key,
      @Nullable Precision precision,
      List<Sample> samples,
      Direction direction) {
    Likeness whole = likeness(samples);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      boolean isBest = whole.hasRatio() && isBest(samples, i, direction);
      cells.add(cell(i, section, precision, samples, isBest));
    }
    return new Row(section, attribute, key, precision, whole, cells);
  }

  /** The worst among the pairs of what is known. */
  private static Likeness likeness(List<Sample> samples) {
    List<Sample> known = samples.stream().filter(Sample::isKnown).toList();
    if (known.size() < 2) {
      return Likeness.UNKNOWN;
    }
    Likeness worst = Likeness.COMPARABLE;
    for (int i = 0; i < known.size(); i++) {
      for (int j = i + 1; j < known.size(); j++) {
        worst = worst.and(Likeness.of(known.get(i), known.get(j)));
      }
    }
    return worst;
  }

  private static boolean isBest(List<Sample> samples, int i, Direction direction) {
    Resolved own = samples.get(i).resolved();
    return own != null
        && IntStream.range(0, samples.size())
            .filter(j -> j != i)
            .mapToObj(j -> samples.get(j).resolved())
            .allMatch(other -> other == null || direction.isSurelyAsGood(own, other));
  }

  private Cell cell(
      int i, Section section, @Nullable Precision precision, List<Sample> samples, boolean isBest) {
    Sample own = samples.get(i);
    Sample other = samples.get(reference);
    Likeness likeness = Likeness.of(own, other);
    boolean isSparse =
        section == Section.HEADLINE && own.of() != null && own.of().sparsity() != Sparsity.DENSE;
    Pair pair =
        section != Section.HEADLINE || precision == null || likeness.hasRatio()
            ? null
            : findPair(i, precision).orElse(null);
    return new Cell(
        subjects.get(i).id(),
        own.of(),
        isSparse ? null : own.resolved(),
        isSparse ? own.resolved() : null,
        own.text(),
        likeness,
        ratio(likeness, own.resolved(), other.resolved()),
        pair,
        pair == null && likeness == Likeness.UNSTATED && precision != null
            ? pairsIf(own, other, i, precision)
            : Map.of(),
        isBest);
  }

  private static @Nullable Ratio ratio(
      Likeness likeness, @Nullable Resolved own, @Nullable Resolved reference) {
    return likeness.hasRatio() && own != null && reference != null
        ? Ratio.of(own, reference)
        : null;
  }

  /** Peaks of both at the precision that are like for like; in the order of specifications. */
  private Optional<Pair> findPair(int i, Precision precision) {
    return pairs(peaks(i, precision), i, peaks(reference, precision));
  }

  private Optional<Pair> pairs(List<PeakThroughput> own, int i, List<PeakThroughput> others) {
    return own.stream()
        .flatMap(o -> others.stream().map(other -> pair(i, o, other)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Where only one of two circuits is unstated: what it would mean if it were this or that. */
  private Map<Circuit, Pair> pairsIf(Sample own, Sample other, int i, Precision precision) {
    Map<Circuit, Pair> pairs = new EnumMap<>(Circuit.class);
    for (Circuit circuit : List.of(Circuit.MATRIX, Circuit.VECTOR)) {
      Optional<Pair> pair =
          isUnstated(own)
              ? pairs(List.of(as(circuit, own)), i, peaks(reference, precision))
              : isUnstated(other)
                  ? pairs(peaks(i, precision), i, List.of(as(circuit, other)))
                  : Optional.empty();
      pair.ifPresent(p -> pairs.put(circuit, p));
    }
    return pairs;
  }

  private static boolean isUnstated(Sample sample) {
    return sample.of() != null && sample.of().circuit() == Circuit.UNSTATED;
  }

  private static PeakThroughput as(Circuit circuit, Sample sample) {
    Throughput of = requireNonNull(sample.of());
    return new PeakThroughput(
        new Throughput(of.precision(), of.sparsity(), circuit, of.scope()),
        requireNonNull(sample.resolved()));
  }

  private List<PeakThroughput> peaks(int i, Precision precision) {
    return specifications.get(i).throughputs().stream()
        .filter(t -> t.of().precision() == precision)
        .toList();
  }

  private Optional<Pair> pair(int i, PeakThroughput own, PeakThroughput other) {
    Likeness likeness = Likeness.of(sample(i, own), sample(reference, other));
    return likeness.hasRatio()
        ? Optional.of(
            new Pair(
                own.of(),
                own.peak(),
                other.of(),
                other.peak(),
                likeness,
                Ratio.of(own.peak(), other.peak())))
        : Optional.empty();
  }

  private Sample sample(int i, PeakThroughput t) {
    Subject subject = subjects.get(i);
    return new Sample(
        t.of(),
        t.of().scope() == ComparisonRows.whole(subject),
        !(subject instanceof Accelerator),
        t.peak(),
        null);
  }
}
