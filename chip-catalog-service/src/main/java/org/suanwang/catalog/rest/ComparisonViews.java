package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.query.Comparison;
import org.suanwang.catalog.query.Timeline;
import org.suanwang.catalog.rest.Views.RatioView;
import org.suanwang.catalog.rest.Views.ResolvedView;
import org.suanwang.catalog.rest.Views.VersionView;

/** The parts of a comparison's answer. */
final class ComparisonViews {
  private ComparisonViews() {}

  @Schema(
      name = "ComparablePair",
      description = "Two peaks at the same precision that can be compared, where the row's cannot")
  record PairView(
      @Schema(examples = "FP16 DENSE VECTOR PACKAGE") String of,
      ResolvedView resolved,
      String referenceOf,
      ResolvedView reference,
      String likeness,
      RatioView ratio) {
    static @Nullable PairView of(Comparison.@Nullable Pair p) {
      return p == null ? null : required(p);
    }

    static PairView required(Comparison.Pair p) {
      return new PairView(
          p.own().key(),
          ResolvedView.required(p.ownPeak()),
          p.reference().key(),
          ResolvedView.required(p.referencePeak()),
          p.likeness().name(),
          new RatioView(p.ratio().value(), p.ratio().low(), p.ratio().high()));
    }
  }

  @Schema(name = "ComparableIf")
  record PairIf(@Schema(examples = "VECTOR") String circuit, PairView pair) {}

  @Schema(name = "ComparisonCell")
  record Cell(
      String accelerator,
      @Schema(examples = "KNOWN") String state,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String circuit,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "What the number is a peak of",
              examples = "FP16 DENSE MATRIX PACKAGE")
          @Nullable String of,
      @Nullable ResolvedView resolved,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The peak with sparsity, where no dense one is claimed")
          @Nullable ResolvedView sparseOnly,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
      @Schema(
              description = "Whether it is like for like with the reference's cell, or why not",
              examples = "COMPARABLE")
          String likeness,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "How many times the reference's cell")
          @Nullable RatioView ratio,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PairView comparablePair,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description =
                  "Where a source does not say of which circuits a peak is: what could be compared if"
                      + " it were of these")
          List<PairIf> comparableIf,
      @Schema(description = "Whether no other can be better, by any credible claim") boolean best) {
    static Cell of(Comparison.Cell c) {
      return new Cell(
          c.accelerator(),
          c.resolved() == null && c.text() == null ? "UNKNOWN" : "KNOWN",
          c.circuit() == null ? null : c.circuit().name(),
          c.of() == null ? null : c.of().key(),
          ResolvedView.of(c.resolved()),
          ResolvedView.of(c.sparseOnly()),
          c.text(),
          c.likeness().name(),
          RatioView.of(c.ratio()),
          PairView.of(c.pair()),
          c.pairsIf().entrySet().stream()
              .map(e -> new PairIf(e.getKey().name(), PairView.required(e.getValue())))
              .toList(),
          c.isBest());
    }
  }

  @Schema(name = "ComparisonRow")
  record Row(
      @Schema(
              enumeration = {"HEADLINE", "BASICS", "PEAK", "NUMBER", "TEXT", "RELATION"},
              examples = "HEADLINE")
          String section,
      @Schema(examples = "throughput") String attribute,
      @Schema(examples = "FP16 DENSE MATRIX") String key,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String precision,
      @Schema(
              description = "The worst among the pairs of known cells",
              examples = "VECTOR_AGAINST_MATRIX")
          String likeness,
      List<Cell> cells) {
    static Row of(Comparison.Row r) {
      return new Row(
          r.section().name(),
          r.attribute(),
          r.key(),
          r.precision() == null ? null : r.precision().name(),
          r.likeness().name(),
          r.cells().stream().map(Cell::of).toList());
    }
  }

  @Schema(name = "ComparedAccelerator")
  record Compared(String id, String name, @Schema(examples = "ACCELERATOR") String kind) {}

  @Schema(name = "Comparison")
  record Answer(
      VersionView catalogVersion,
      List<Compared> accelerators,
      @Schema(description = "The one that ratios are to") String reference,
      List<Row> rows) {
    static Answer of(VersionView version, Comparison comparison) {
      return new Answer(
          version,
          comparison.subjects().stream()
              .map(s -> new Compared(s.id(), s.name(), Timeline.type(s)))
              .toList(),
          comparison.reference(),
          comparison.rows().stream().map(Row::of).toList());
    }
  }
}
