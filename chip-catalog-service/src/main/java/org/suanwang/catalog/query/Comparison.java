package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;

/**
 * Accelerators and systems side by side: one row an attribute that any of them has, one cell each,
 * each cell with a mark that says whether it is like for like with the reference's.
 *
 * @param reference the one that ratios are to
 */
public record Comparison(List<Subject> subjects, String reference, List<Row> rows) {
  /** As many as one can still read side by side. */
  public static final int ACCELERATORS_MAX = 20;

  public Comparison {
    subjects = List.copyOf(subjects);
    rows = List.copyOf(rows);
  }

  /** What kind of row it is, in the order of the answer. */
  public enum Section {
    /** The dense peak that stands for each at a precision. */
    HEADLINE,
    /** Memory and power, which everybody asks for first. */
    BASICS,
    /** Every peak, by precision, sparsity and circuits. */
    PEAK,
    NUMBER,
    TEXT,
    RELATION
  }

  /**
   * One attribute.
   *
   * @param attribute its kind: {@code throughput}, {@code power}
   * @param key all of it: {@code FP16 DENSE MATRIX}, {@code clock boost}; of a headline the
   *     precision
   * @param precision of a peak
   * @param likeness of all known cells with each other: the worst of the pairs
   */
  public record Row(
      Section section,
      String attribute,
      String key,
      @Nullable Precision precision,
      Likeness likeness,
      List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What one accelerator or system has; nothing when no credible claim says.
   *
   * @param of what the number is a peak of
   * @param sparseOnly the peak that skips zeros, where there is no dense one to stand in a headline
   * @param likeness with the reference's cell
   * @param ratio to the reference's cell, where that means something
   * @param pair what can be compared instead, where these two cannot
   * @param pairsIf what could be compared if a peak of unstated circuits were of these
   * @param isBest whether no other can be better, by any credible claim
   */
  public record Cell(
      String accelerator,
      @Nullable Throughput of,
      @Nullable Resolved resolved,
      @Nullable Resolved sparseOnly,
      @Nullable String text,
      Likeness likeness,
      @Nullable Ratio ratio,
      @Nullable Pair pair,
      Map<Circuit, Pair> pairsIf,
      boolean isBest) {
    public Cell {
      pairsIf = pairsIf.isEmpty() ? Map.of() : new EnumMap<>(pairsIf);
    }

    public @Nullable Circuit circuit() {
      return of == null || resolved == null ? null : of.circuit();
    }
  }

  /**
   * Two peaks at the same precision that are like for like.
   *
   * @param own the cell's
   * @param ratio of the own to the reference's
   */
  public record Pair(
      Throughput own,
      Resolved ownPeak,
      Throughput reference,
      Resolved referencePeak,
      Likeness likeness,
      Ratio ratio) {}

  /**
   * Puts accelerators and systems side by side; the first is the reference.
   *
   * @throws InvalidInputException when one of them is not there
   */
  public static Comparison of(Catalog catalog, List<String> ids) {
    return of(catalog, ids, ids.getFirst());
  }

  /**
   * Puts accelerators and systems side by side.
   *
   * @param reference which of them ratios are to
   * @throws InvalidInputException when one of them is not there, or the reference is none of them
   */
  public static Comparison of(Catalog catalog, List<String> ids, String reference) {
    List<Subject> subjects = subjects(catalog, ids);
    if (!ids.contains(reference)) {
      throw new InvalidInputException(
          "reference",
          reference,
          "must be one of the compared",
          "use one of: " + String.join(", ", ids));
    }
    List<Row> rows = new ComparisonRows(catalog, subjects, ids.indexOf(reference)).all();
    return new Comparison(subjects, reference, rows);
  }

  /** All that are not there are told at once. */
  private static List<Subject> subjects(Catalog catalog, List<String> ids) {
    List<Subject> subjects = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      try {
        subjects.add(Equipment.require(catalog, "accelerators[" + i + "]", ids.get(i)).subject());
      } catch (InvalidInputException e) {
        violations.addAll(e.violations());
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return subjects;
  }
}
