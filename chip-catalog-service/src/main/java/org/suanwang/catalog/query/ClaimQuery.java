package org.suanwang.catalog.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/**
 * Which claims are wanted, over all subjects: by what they are about, where they come from, and who
 * entered them when.
 *
 * @param attribute an attribute's kind ({@code memoryBandwidth}) or whole key
 * @param basis {@code REPORTED}, {@code CORRECTED} …
 * @param status the verdict that holds
 * @param said the claims that sources had made by this day
 * @param known the claims that were in the catalogue by this day
 */
public record ClaimQuery(
    Optional<String> subject,
    Optional<String> source,
    Optional<String> attribute,
    Optional<Tier> tier,
    Optional<String> basis,
    Optional<CellStatus> status,
    Optional<String> recordedBy,
    Optional<LocalDate> recordedFrom,
    Optional<LocalDate> recordedTo,
    Optional<LocalDate> said,
    Optional<LocalDate> known) {
  /** All claims that it asks for, subject by subject, ordered by id. */
  public List<Claim<Fact>> run(Catalog catalog) {
    Stream<Dossier> dossiers =
        subject.isPresent()
            ? catalog.findDossier(subject.get()).stream()
            : catalog.dossiers().stream();
    return dossiers.map(this::asOf).flatMap(this::wanted).toList();
  }

  /** What had been said of a subject by the days that it asks for. */
  public Dossier asOf(Catalog catalog, String subjectId) {
    return asOf(catalog.findDossier(subjectId).orElseThrow());
  }

  private Dossier asOf(Dossier dossier) {
    return said.isEmpty() && known.isEmpty()
        ? dossier
        : dossier.asOf(said.orElse(LocalDate.MAX), known.orElse(LocalDate.MAX));
  }

  private Stream<Claim<Fact>> wanted(Dossier dossier) {
    return dossier.claims().stream()
        .filter(this::isWanted)
        .filter(
            c ->
                status.isEmpty()
                    || dossier.findVerdict(c.id()).map(v -> v.status()).equals(status));
  }

  private boolean isWanted(Claim<Fact> c) {
    return source.map(c.sourceId()::equals).orElse(true)
        && attribute.map(a -> isOf(c.content(), a)).orElse(true)
        && tier.map(t -> t == c.tier()).orElse(true)
        && basis.map(c.basis().kind()::equals).orElse(true)
        && recordedBy.map(c.recorded().by()::equals).orElse(true)
        && recordedFrom.map(d -> !c.recorded().on().isBefore(d)).orElse(true)
        && recordedTo.map(d -> !c.recorded().on().isAfter(d)).orElse(true);
  }

  private static boolean isOf(Fact fact, String attribute) {
    return fact.attribute().kind().equals(attribute) || fact.attribute().key().equals(attribute);
  }
}
