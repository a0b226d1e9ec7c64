package org.suanwang.catalog.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;

/**
 * A printed cell beside everything that is known better.
 *
 * @param reported what the cell says, as a claim
 * @param verdict what checking it found
 * @param corrections the claims that correct it, each with its reason; of a cell that is blank
 *     although its value is known, the claims behind that
 * @param others what other sources, or other places of the same one, say about the attribute
 */
public record CellReview(
    Claim<Fact> reported,
    Verdict verdict,
    List<Claim<Fact>> corrections,
    List<Claim<Fact>> others) {
  private static final List<String> COLUMNS =
      List.of("model", "scenario", "process", "INT8", "FP16", "FP32", "FP64", "TDP", "mem_bw");

  private static final Comparator<CellReview> READING_ORDER =
      Comparator.<CellReview, String>comparing(r -> r.reported().locator().place())
          .thenComparingInt(CellReview::place)
          .thenComparing(r -> r.reported().id());

  public CellReview {
    corrections = List.copyOf(corrections);
    others = List.copyOf(others);
  }

  /** The reviewed cells of an accelerator, figure by figure, left to right. */
  public static List<CellReview> of(Catalog catalog, String acceleratorId) {
    return catalog.findDossier(acceleratorId).map(CellReview::of).orElse(List.of());
  }

  /** The column's place in figure 5; other figures are read in the order of their claims. */
  private static int place(CellReview review) {
    String column = review.reported().locator().column();
    return column == null ? -1 : COLUMNS.indexOf(column);
  }

  private static List<CellReview> of(Dossier dossier) {
    return dossier.claims().stream()
        .flatMap(c -> dossier.findVerdict(c.id()).stream().map(v -> review(dossier, c, v)))
        .sorted(READING_ORDER)
        .toList();
  }

  private static CellReview review(Dossier dossier, Claim<Fact> reported, Verdict verdict) {
    List<Claim<Fact>> others =
        dossier.claims().stream()
            .filter(c -> !c.id().equals(reported.id()))
            .filter(c -> isAboutTheSame(c, reported))
            .filter(c -> !corrects(c, reported))
            .toList();
    List<Claim<Fact>> corrections = dossier.correctionsOf(reported.id());
    if (verdict.status() == CellStatus.MISSING && corrections.isEmpty()) {
      // Nothing is printed that could be wrong: what is known stands where a correction would.
      corrections = others.stream().filter(c -> isBelieved(dossier, c)).toList();
    }
    return new CellReview(reported, verdict, corrections, without(others, corrections));
  }

  private static List<Claim<Fact>> without(List<Claim<Fact>> all, List<Claim<Fact>> some) {
    return all.stream().filter(c -> !some.contains(c)).toList();
  }

  /** Whether a claim is behind what the claims about an attribute come to, dense for a peak. */
  private static boolean isBelieved(Dossier dossier, Claim<Fact> claim) {
    Attribute attribute = claim.content().attribute();
    Specification specification = dossier.specification();
    Optional<Resolved> number =
        attribute instanceof Throughput t
            ? specification.headlinePeak(t.precision()).map(PeakThroughput::peak)
            : Optional.ofNullable(specification.number(attribute));
    return number
        .map(n -> n.claimIds().contains(claim.id()))
        .orElseGet(
            () ->
                claim.content().quantity() instanceof Quantity.Text text
                    && text.text().equals(specification.text(attribute)));
  }

  private static boolean corrects(Claim<Fact> claim, Claim<Fact> reported) {
    return claim.basis().correctedClaim().equals(Optional.of(reported.id()));
  }

  private static boolean isAboutTheSame(Claim<Fact> one, Claim<Fact> other) {
    Attribute a = one.content().attribute();
    Attribute b = other.content().attribute();
    return (a instanceof Throughput s && b instanceof Throughput t)
        ? s.precision() == t.precision()
        : Objects.equals(a, b);
  }
}
