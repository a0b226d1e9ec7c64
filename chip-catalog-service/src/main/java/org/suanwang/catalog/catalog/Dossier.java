package org.suanwang.catalog.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.provenance.Claim;

/** All that is claimed about one subject, and what it comes to. Immutable. */
public final class Dossier {
  private final Subject subject;
  private final List<Claim<Fact>> claims;
  private final List<Verdict> verdicts;
  private final Map<String, List<Claim<Fact>>> correctionsByTarget;
  private final Map<String, Verdict> verdictByClaim;
  private final Specification specification;

  /** Made when first asked for, which only versions and their differences do. */
  private volatile @Nullable String hash;

  /**
   * Reads what is claimed.
   *
   * @param claims about the subject, ordered by id
   * @param verdicts on these claims, ordered by claim, later ones after earlier ones
   */
  Dossier(Subject subject, List<Claim<Fact>> claims, List<Verdict> verdicts) {
    this.subject = subject;
    this.claims = List.copyOf(claims);
    this.verdicts = List.copyOf(verdicts);
    this.correctionsByTarget = corrections(claims);
    this.verdictByClaim = new HashMap<>();
    verdicts.forEach(v -> verdictByClaim.put(v.claimId(), v));
    this.specification = SpecificationReader.read(credibleClaims());
  }

  private static Map<String, List<Claim<Fact>>> corrections(List<Claim<Fact>> claims) {
    Map<String, List<Claim<Fact>>> byTarget = new HashMap<>();
    for (Claim<Fact> claim : claims) {
      claim
          .basis()
          .correctedClaim()
          .ifPresent(id -> byTarget.computeIfAbsent(id, _ -> new ArrayList<>()).add(claim));
    }
    return byTarget;
  }

  public Subject subject() {
    return subject;
  }

  /** Every claim, ordered by id, the corrected ones included. */
  public List<Claim<Fact>> claims() {
    return claims;
  }

  /** Every verdict, also those whose place a later one has taken. */
  public List<Verdict> verdicts() {
    return verdicts;
  }

  public Specification specification() {
    return specification;
  }

  /** SHA-256 of all this. */
  public String hash() {
    String there = hash;
    if (there == null) {
      // Who comes at the same time makes the same one.
      there = CanonicalForm.hash(this);
      hash = there;
    }
    return there;
  }

  public Optional<Claim<Fact>> findClaim(String id) {
    int at = Collections.binarySearch(claims, id, (a, b) -> idOf(a).compareTo(idOf(b)));
    return at < 0 ? Optional.empty() : Optional.of(claims.get(at));
  }

  private static String idOf(Object claimOrId) {
    return claimOrId instanceof Claim<?> claim ? claim.id() : (String) claimOrId;
  }

  /** The verdict on a claim that holds. */
  public Optional<Verdict> findVerdict(String claimId) {
    return Optional.ofNullable(verdictByClaim.get(claimId));
  }

  /** The claims that correct a claim, ordered by id. */
  public List<Claim<Fact>> correctionsOf(String claimId) {
    return Collections.unmodifiableList(correctionsByTarget.getOrDefault(claimId, List.of()));
  }

  /** Whether a claim that itself stands corrects this one. */
  public boolean isCorrectedAway(String claimId) {
    return !correctionsByTarget.isEmpty() && isCorrectedAway(claimId, new HashSet<>());
  }

  private boolean isCorrectedAway(String claimId, Set<String> path) {
    // A circle of corrections is a finding, not an endless loop.
    return path.add(claimId)
        && correctionsOf(claimId).stream().anyMatch(c -> !isCorrectedAway(c.id(), path));
  }

  /** Whether a claim has a say: citable, not corrected away, not found to be impossible. */
  public boolean isCredible(Claim<Fact> claim) {
    return claim.tier().isCitable()
        && !isCorrectedAway(claim.id())
        && findVerdict(claim.id()).filter(v -> v.status() == CellStatus.IMPLAUSIBLE).isEmpty();
  }

  public List<Claim<Fact>> credibleClaims() {
    return claims.stream().filter(this::isCredible).toList();
  }

  /**
   * What sources had said by one day, as far as it was in the catalogue by another. Of a month or a
   * year the last day counts: what may have been said later is left out.
   */
  public Dossier asOf(LocalDate said, LocalDate known) {
    return only(c -> !c.asOf().last().isAfter(said), known);
  }

  /**
   * What was believed on one day about another: what sources had said by the one, and what corrects
   * that as far as it was known by the other, whenever it was said. A mistake of then that is known
   * is not believed any more.
   */
  public Dossier believed(LocalDate said, LocalDate known) {
    Set<String> ids = new HashSet<>();
    int before;
    do {
      before = ids.size();
      claims.stream()
          .filter(c -> !c.recorded().on().isAfter(known))
          .filter(c -> !c.asOf().last().isAfter(said) || corrects(c, ids))
          .forEach(c -> ids.add(c.id()));
    } while (ids.size() > before);
    return only(c -> ids.contains(c.id()), known);
  }

  private static boolean corrects(Claim<Fact> claim, Set<String> ids) {
    return claim.basis().correctedClaim().filter(ids::contains).isPresent();
  }

  private Dossier only(Predicate<Claim<Fact>> wanted, LocalDate known) {
    List<Claim<Fact>> then =
        claims.stream().filter(c -> wanted.test(c) && !c.recorded().on().isAfter(known)).toList();
    Set<String> ids = then.stream().map(Claim::id).collect(Collectors.toSet());
    List<Verdict> verdictsThen =
        verdicts.stream()
            .filter(v -> ids.contains(v.claimId()) && !v.recorded().on().isAfter(known))
            .toList();
    return then.size() == claims.size() && verdictsThen.size() == verdicts.size()
        ? this
        : new Dossier(subject, then, verdictsThen);
  }

  /** This dossier with further claims and verdicts. */
  Dossier with(Subject described, List<Claim<Fact>> newClaims, List<Verdict> newVerdicts) {
    List<Claim<Fact>> more = new ArrayList<>(claims);
    more.addAll(newClaims);
    more.sort(Comparator.comparing(Claim::id));
    List<Verdict> moreVerdicts = new ArrayList<>(verdicts);
    moreVerdicts.addAll(newVerdicts);
    // What holds and what the hash says must not depend on how the parts came together.
    moreVerdicts.sort(Comparator.comparing(Verdict::claimId));
    return new Dossier(described, more, moreVerdicts);
  }
}
