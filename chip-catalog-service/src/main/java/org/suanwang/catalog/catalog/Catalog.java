package org.suanwang.catalog.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/**
 * All that is claimed: a dossier for each subject, and the sources. Immutable: a change is another
 * catalogue, which shares what has not changed.
 */
public final class Catalog {
  private final NavigableMap<String, Source> sources;
  private final NavigableMap<String, Dossier> dossiers;
  private final List<Claim<Fact>> orphans;
  private final List<Accelerator> accelerators;
  private final int claimCount;

  private Catalog(
      NavigableMap<String, Source> sources,
      NavigableMap<String, Dossier> dossiers,
      List<Claim<Fact>> orphans) {
    this.sources = sources;
    this.dossiers = dossiers;
    this.orphans = List.copyOf(orphans);
    this.accelerators = subjects(Accelerator.class);
    this.claimCount = dossiers.values().stream().mapToInt(d -> d.claims().size()).sum();
  }

  /**
   * Reads the content.
   *
   * @throws IllegalArgumentException when two things of a kind have the same id
   */
  public static Catalog of(CatalogContent content) {
    return new Catalog(new TreeMap<>(), new TreeMap<>(), List.of()).with(content);
  }

  /** The subject that a claim is about, by the claim's id: what stands before the first dot. */
  public static String subjectOf(String claimId) {
    int dot = claimId.indexOf('.');
    return dot < 0 ? claimId : claimId.substring(0, dot);
  }

  /**
   * This catalogue with more in it; a subject that is there already is described anew.
   *
   * @throws IllegalArgumentException when a source, a claim or, in the content, a subject has an id
   *     that is taken
   */
  public Catalog with(CatalogContent more) {
    NavigableMap<String, Source> moreSources = new TreeMap<>(sources);
    more.sources().forEach(s -> requireNew(moreSources.put(s.id(), s), s.id()));
    Map<String, Subject> described = new HashMap<>();
    more.subjects().forEach(s -> requireNew(described.put(s.id(), s), s.id()));
    Map<String, List<Claim<Fact>>> claims = new HashMap<>();
    more.claims().forEach(c -> add(claims, c.subject(), c));
    Map<String, List<Verdict>> verdicts = new HashMap<>();
    more.verdicts().forEach(v -> add(verdicts, subjectOf(v.claimId()), v));
    List<String> ids =
        Stream.of(described.keySet(), claims.keySet(), verdicts.keySet())
            .flatMap(Collection::stream)
            .distinct()
            .toList();
    NavigableMap<String, Dossier> moreDossiers = new TreeMap<>(dossiers);
    List<Claim<Fact>> moreOrphans = new ArrayList<>(orphans);
    // Of a whole catalogue this is most of the work, and no dossier looks at another.
    ids.parallelStream()
        .map(
            id ->
                dossier(
                    id,
                    described.get(id),
                    claims.getOrDefault(id, List.of()),
                    verdicts.getOrDefault(id, List.of())))
        .flatMap(Optional::stream)
        .toList()
        .forEach(d -> moreDossiers.put(d.subject().id(), d));
    ids.stream()
        .filter(id -> !moreDossiers.containsKey(id))
        .forEach(id -> moreOrphans.addAll(claims.getOrDefault(id, List.of())));
    return new Catalog(moreSources, moreDossiers, moreOrphans);
  }

  /** A dossier with more in it; nothing where nobody has said what the subject is. */
  private Optional<Dossier> dossier(
      String id,
      @Nullable Subject described,
      List<Claim<Fact>> newClaims,
      List<Verdict> newVerdicts) {
    Dossier before = dossiers.get(id);
    Subject subject = described != null || before == null ? described : before.subject();
    if (subject == null) {
      return Optional.empty();
    }
    newClaims.forEach(c -> requireNew(find(before, c.id()), c.id()));
    requireDistinct(newClaims);
    Dossier base = before == null ? new Dossier(subject, List.of(), List.of()) : before;
    return Optional.of(base.with(subject, newClaims, newVerdicts));
  }

  private static <T> void add(Map<String, List<T>> groups, String key, T thing) {
    groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(thing);
  }

  private static @Nullable Object find(@Nullable Dossier dossier, String claimId) {
    return dossier == null ? null : dossier.findClaim(claimId).orElse(null);
  }

  private static void requireDistinct(List<Claim<Fact>> claims) {
    for (int i = 1; i < claims.size(); i++) {
      if (claims.get(i).id().equals(claims.get(i - 1).id())) {
        requireNew(claims.get(i), claims.get(i).id());
      }
    }
  }

  private static void requireNew(@Nullable Object there, String id) {
    if (there != null) {
      throw new IllegalArgumentException("the id " + id + " is given twice");
    }
  }

  private <T extends Subject> List<T> subjects(Class<T> type) {
    return dossiers.values().stream()
        .map(Dossier::subject)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Everything, as flat lists. */
  public CatalogContent content() {
    return new CatalogContent(
        List.copyOf(sources.values()),
        dossiers.values().stream().map(Dossier::subject).toList(),
        Stream.concat(claims(), orphans.stream()).toList(),
        dossiers.values().stream().flatMap(d -> d.verdicts().stream()).toList());
  }

  /** The dossiers of all subjects, ordered by id. */
  public Collection<Dossier> dossiers() {
    return Collections.unmodifiableCollection(dossiers.values());
  }

  public List<Accelerator> accelerators() {
    return accelerators;
  }

  public List<Vendor> vendors() {
    return subjects(Vendor.class);
  }

  /** The items of a kind, ordered by id. */
  public List<Item> items(Item.Kind kind) {
    return subjects(Item.class).stream().filter(i -> i.kind() == kind).toList();
  }

  public Collection<Source> sources() {
    return Collections.unmodifiableCollection(sources.values());
  }

  /** Every claim, subject by subject. */
  public Stream<Claim<Fact>> claims() {
    return dossiers.values().stream().flatMap(d -> d.claims().stream());
  }

  public int claimCount() {
    return claimCount;
  }

  /** Claims about subjects that are not there; a published catalogue has none. */
  public List<Claim<Fact>> orphans() {
    return orphans;
  }

  public Optional<Dossier> findDossier(String subjectId) {
    return Optional.ofNullable(dossiers.get(subjectId));
  }

  public Optional<Accelerator> findAccelerator(String id) {
    return findSubject(id, Accelerator.class);
  }

  public Optional<Vendor> findVendor(String id) {
    return findSubject(id, Vendor.class);
  }

  private <T extends Subject> Optional<T> findSubject(String id, Class<T> type) {
    return findDossier(id).map(Dossier::subject).filter(type::isInstance).map(type::cast);
  }

  public Optional<Source> findSource(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  public Optional<Claim<Fact>> findClaim(String id) {
    return findDossier(subjectOf(id)).flatMap(d -> d.findClaim(id));
  }

  /** What the claims about a subject come to; empty when there is no such subject. */
  public Optional<Specification> findSpecification(String subjectId) {
    return findDossier(subjectId).map(Dossier::specification);
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
    return Suggestion.remedy(
        id, accelerators.stream().map(Accelerator::id).toList(), "GET /v1/accelerators lists all");
  }

  /** How to find the subject that an unknown id may have meant. */
  public String subjectRemedy(String id) {
    return Suggestion.remedy(
        id, dossiers.keySet(), "GET /v1/accelerators, /v1/vendors, /v1/systems and so on list all");
  }

  /** This catalogue with another dossier in place of the one about the same subject. */
  public Catalog replacing(Dossier dossier) {
    NavigableMap<String, Dossier> more = new TreeMap<>(dossiers);
    more.put(dossier.subject().id(), dossier);
    return new Catalog(sources, more, orphans);
  }

  /** What sources had said by one day, as far as it was known by another: {@link Dossier#asOf}. */
  public Catalog asOf(LocalDate said, LocalDate known) {
    return mapping(d -> d.asOf(said, known), _ -> true);
  }

  /**
   * What was believed on one day about another: {@link Dossier#believed}. Accelerators of which
   * nobody had said anything are not in it.
   */
  public Catalog believed(LocalDate said, LocalDate known) {
    return mapping(
        d -> d.believed(said, known),
        d -> !(d.subject() instanceof Accelerator && d.claims().isEmpty()));
  }

  private Catalog mapping(UnaryOperator<Dossier> change, Predicate<Dossier> wanted) {
    NavigableMap<String, Dossier> then = new TreeMap<>();
    dossiers.values().stream()
        .map(change)
        .filter(wanted)
        .forEach(d -> then.put(d.subject().id(), d));
    return new Catalog(sources, then, orphans);
  }
}
