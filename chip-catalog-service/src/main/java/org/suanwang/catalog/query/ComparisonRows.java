package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;
import org.suanwang.catalog.query.Comparison.Row;
import org.suanwang.catalog.query.Comparison.Section;
import org.suanwang.catalog.query.Likeness.Sample;

/** Makes the rows of a comparison. */
final class ComparisonRows {
  private static final List<Plain> BASICS =
      List.of(Plain.MEMORY_BANDWIDTH, Plain.MEMORY_CAPACITY, Plain.POWER);

  private static final Comparator<Throughput> PEAK_ORDER =
      Comparator.comparing(Throughput::precision)
          .thenComparing(Throughput::sparsity)
          .thenComparing(Throughput::circuit);

  private final List<Subject> subjects;
  private final List<Specification> specifications;
  private final ComparisonCells cells;

  ComparisonRows(Catalog catalog, List<Subject> subjects, int reference) {
    this.subjects = subjects;
    this.specifications =
        subjects.stream().map(s -> catalog.findSpecification(s.id()).orElseThrow()).toList();
    this.cells = new ComparisonCells(subjects, specifications, reference);
  }

  /** Headlines, memory and power, then everything else that any of them has. */
  List<Row> all() {
    List<Row> rows = new ArrayList<>();
    Arrays.stream(Precision.values()).filter(this::anyHas).map(this::headline).forEach(rows::add);
    BASICS.forEach(a -> rows.add(attribute(Section.BASICS, a)));
    peaks().forEach(rows::add);
    NavigableSet<Attribute> numbers = attributes(s -> s.numbers().keySet().stream());
    NavigableSet<Attribute> texts = attributes(s -> s.texts().keySet().stream());
    texts.removeAll(numbers);
    numbers.removeAll(BASICS);
    Stream.of(numbers, texts)
        .flatMap(NavigableSet::stream)
        .filter(a -> !(a instanceof Link))
        .map(a -> attribute(numbers.contains(a) ? Section.NUMBER : Section.TEXT, a))
        .forEach(rows::add);
    Stream.of(numbers, texts)
        .flatMap(NavigableSet::stream)
        .filter(Link.class::isInstance)
        .map(a -> attribute(Section.RELATION, a))
        .forEach(rows::add);
    return rows;
  }

  private boolean anyHas(Precision precision) {
    return specifications.stream()
        .flatMap(s -> s.throughputs().stream())
        .anyMatch(t -> t.of().precision() == precision);
  }

  private NavigableSet<Attribute> attributes(
      Function<Specification, Stream<? extends Attribute>> read) {
    NavigableSet<Attribute> all = new TreeSet<>(Comparator.comparing(Attribute::key));
    specifications.stream().flatMap(read).forEach(all::add);
    return all;
  }

  private Row headline(Precision precision) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      samples.add(headline(i, precision));
    }
    return cells.row(
        Section.HEADLINE, Throughput.KIND, precision.name(), precision, samples, Direction.HIGHER);
  }

  /** The whole device's dense peak, else a part's, else the one that skips zeros. */
  private Sample headline(int i, Precision precision) {
    Scope whole = whole(subjects.get(i));
    return specifications.get(i).throughputs().stream()
        .filter(t -> t.of().precision() == precision)
        .min(
            Comparator.<PeakThroughput, Boolean>comparing(t -> t.of().sparsity() != Sparsity.DENSE)
                .thenComparing(t -> t.of().scope() != whole))
        .map(t -> sample(i, t))
        .orElseGet(() -> nothing(i));
  }

  /** One row for each precision, sparsity and circuit, whatever it is a peak of. */
  private List<Row> peaks() {
    NavigableSet<Throughput> kinds = new TreeSet<>(PEAK_ORDER);
    specifications.stream()
        .flatMap(s -> s.throughputs().stream())
        .map(PeakThroughput::of)
        .forEach(kinds::add);
    return kinds.stream().map(this::peak).toList();
  }

  private Row peak(Throughput kind) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      int at = i;
      Scope whole = whole(subjects.get(i));
      samples.add(
          specifications.get(i).throughputs().stream()
              .filter(t -> PEAK_ORDER.compare(t.of(), kind) == 0)
              .min(Comparator.comparing(t -> t.of().scope() != whole))
              .map(t -> sample(at, t))
              .orElseGet(() -> nothing(at)));
    }
    String key = kind.precision() + " " + kind.sparsity() + " " + kind.circuit();
    return cells.row(
        Section.PEAK, Throughput.KIND, key, kind.precision(), samples, Direction.HIGHER);
  }

  private Row attribute(Section section, Attribute attribute) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      Specification s = specifications.get(i);
      samples.add(new Sample(null, true, isSystem(i), s.number(attribute), text(s, attribute)));
    }
    return cells.row(
        section, attribute.kind(), attribute.key(), null, samples, Direction.of(attribute));
  }

  private static @Nullable String text(Specification s, Attribute attribute) {
    return s.number(attribute) == null ? s.text(attribute) : null;
  }

  private Sample sample(int i, PeakThroughput t) {
    boolean isWhole = t.of().scope() == whole(subjects.get(i));
    return new Sample(t.of(), isWhole, isSystem(i), t.peak(), null);
  }

  private Sample nothing(int i) {
    return new Sample(null, true, isSystem(i), null, null);
  }

  private boolean isSystem(int i) {
    return !(subjects.get(i) instanceof Accelerator);
  }

  static Scope whole(Subject subject) {
    return subject instanceof Accelerator a ? a.scope() : Scope.SYSTEM;
  }
}
