package org.suanwang.catalog.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/** All that is claimed, indexed for reading. Immutable: a change is another catalogue. */
public final class Catalog {
  private final CatalogContent content;
  private final Map<String, Source> sources;
  private final Map<String, Vendor> vendors;
  private final Map<String, Accelerator> accelerators;
  private final Map<String, Claim<Fact>> claims;
  private final Map<String, Verdict> verdicts;
  private final Map<String, List<Claim<Fact>>> claimsBySubject;
  private final Map<String, List<Claim<Fact>>> correctionsByTarget;
  private final Map<String, Specification> specifications;

  private Catalog(CatalogContent content) {
    this.content = content;
    sources = index(content.sources(), Source::id);
    vendors = index(content.vendors(), Vendor::id);
    accelerators = index(content.accelerators(), Accelerator::id);
    claims = index(content.claims(), Claim::id);
    verdicts = index(content.verdicts(), Verdict::claimId);
    claimsBySubject = group(content.claims(), c -> Optional.of(c.subject()));
    correctionsByTarget = group(content.claims(), c -> c.basis().correctedClaim());
    specifications = new LinkedHashMap<>();
    accelerators
        .keySet()
        .forEach(id -> specifications.put(id, SpecificationReader.read(credibleClaims(id))));
  }

  /**
   * Indexes the content.
   *
   * @throws IllegalArgumentException when two things of a kind have the same id
   */
  public static Catalog of(CatalogContent content) {
    return new Catalog(content);
  }

  private static <T> Map<String, T> index(List<T> things, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (T thing : things) {
      if (byId.put(id.apply(thing), thing) != null) {
        throw new IllegalArgumentException("the id " + id.apply(thing) + " is given twice");
      }
    }
    return Collections.unmodifiableMap(byId);
  }

  private static Map<String, List<Claim<Fact>>> group(
      List<Claim<Fact>> claims, Function<Claim<Fact>, Optional<String>> key) {
    Map<String, List<Claim<Fact>>> groups = new LinkedHashMap<>();
    for (Claim<Fact> claim : claims) {
      key.apply(claim).ifPresent(k -> groups.computeIfAbsent(k, _ -> new ArrayList<>()).add(claim));
    }
    groups.replaceAll((_, group) -> List.copyOf(group));
    return Collections.unmodifiableMap(groups);
  }

  public CatalogContent content() {
    return content;
  }

  public List<Accelerator> accelerators() {
    return content.accelerators();
  }

  public List<Claim<Fact>> claims() {
    return content.claims();
  }

  public Optional<Accelerator> findAccelerator(String id) {
    return Optional.ofNullable(accelerators.get(id));
  }

  /**
   * The accelerator that a field of a request names.
   *
   * @throws InvalidInputException naming the field and the nearest ids that are there
   */
  public Accelerator requireAccelerator(String field, String id) {
    return findAccelerator(id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field, id, "must be the id of an accelerator", acceleratorRemedy(id)));
  }

  /** How to find the accelerator that an unknown id may have meant. */
  public String acceleratorRemedy(String id) {
    return Suggestion.remedy(id, accelerators.keySet(), "GET /v1/accelerators lists all");
  }

  public Optional<Vendor> findVendor(String id) {
    return Optional.ofNullable(vendors.get(id));
  }

  public Optional<Source> findSource(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  public Optional<Claim<Fact>> findClaim(String id) {
    return Optional.ofNullable(claims.get(id));
  }

  public Optional<Verdict> findVerdict(String claimId) {
    return Optional.ofNullable(verdicts.get(claimId));
  }

  /** Every claim about an accelerator, ordered by id, the corrected ones included. */
  public List<Claim<Fact>> claimsAbout(String acceleratorId) {
    return claimsBySubject.getOrDefault(acceleratorId, List.of());
  }

  /** The claims that correct a claim, ordered by id. */
  public List<Claim<Fact>> correctionsOf(String claimId) {
    return correctionsByTarget.getOrDefault(claimId, List.of());
  }

  /** The claims about an accelerator that are citable and that no standing claim corrects. */
  public List<Claim<Fact>> credibleClaims(String acceleratorId) {
    return claimsAbout(acceleratorId).stream()
        .filter(c -> c.tier().isCitable() && !isCorrectedAway(c.id()))
        .toList();
  }

  /** Whether a claim that itself stands corrects this one. */
  public boolean isCorrectedAway(String claimId) {
    return isCorrectedAway(claimId, new HashSet<>());
  }

  private boolean isCorrectedAway(String claimId, Set<String> path) {
    // A circle of corrections is a finding, not an endless loop.
    return path.add(claimId)
        && correctionsOf(claimId).stream().anyMatch(c -> !isCorrectedAway(c.id(), path));
  }

  /** What the claims about an accelerator come to; empty when there is no such accelerator. */
  public Optional<Specification> findSpecification(String acceleratorId) {
    return Optional.ofNullable(specifications.get(acceleratorId));
  }

  /**
   * The catalogue as its sources stood on a day: without the claims of later days. Of a month or a
   * year, the last day counts: what may have been said later is left out.
   */
  public Catalog asOf(LocalDate day) {
    List<Claim<Fact>> known = claims().stream().filter(c -> !c.asOf().last().isAfter(day)).toList();
    return of(
        new CatalogContent(
            content.sources(),
            content.vendors(),
            content.accelerators(),
            known,
            content.verdicts()));
  }

  /** This catalogue with one more claim, and its source when that is new too. */
  public Catalog with(Claim<Fact> claim, Optional<Source> newSource) {
    List<Claim<Fact>> more = new ArrayList<>(content.claims());
    more.add(claim);
    List<Source> moreSources = new ArrayList<>(content.sources());
    newSource.ifPresent(moreSources::add);
    return of(
        new CatalogContent(
            moreSources, content.vendors(), content.accelerators(), more, content.verdicts()));
  }
}
