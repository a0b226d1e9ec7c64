package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/**
 * What has changed from one catalogue to another: what was added (or, looking back, is not there
 * yet), and which values therefore come out otherwise.
 *
 * @param subjects only those that differ, ordered by id
 */
public record CatalogDiff(
    List<String> sourcesAdded, List<String> sourcesRemoved, List<SubjectDiff> subjects) {
  public CatalogDiff {
    sourcesAdded = List.copyOf(sourcesAdded);
    sourcesRemoved = List.copyOf(sourcesRemoved);
    subjects = List.copyOf(subjects);
  }

  /** Where a subject is found. */
  public enum State {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One subject that differs.
   *
   * @param before how it was described, if that has changed
   * @param values the attributes that come out otherwise, ordered by key
   */
  public record SubjectDiff(
      String id,
      State state,
      @Nullable Subject before,
      @Nullable Subject after,
      List<String> claimsAdded,
      List<String> claimsRemoved,
      List<VerdictChange> verdicts,
      List<ValueChange> values) {
    public SubjectDiff {
      claimsAdded = List.copyOf(claimsAdded);
      claimsRemoved = List.copyOf(claimsRemoved);
      verdicts = List.copyOf(verdicts);
      values = List.copyOf(values);
    }
  }

  /** The verdict that holds on a claim, before and after. */
  public record VerdictChange(String claimId, @Nullable Verdict before, @Nullable Verdict after) {}

  /** What an attribute comes to, before and after: a number or a text. */
  public record ValueChange(
      String attribute,
      @Nullable Resolved before,
      @Nullable Resolved after,
      @Nullable String textBefore,
      @Nullable String textAfter) {}

  /** Compares two catalogues; subjects whose dossiers have the same hash are not looked into. */
  public static CatalogDiff of(Catalog before, Catalog after) {
    Set<String> sourcesBefore = ids(before);
    Set<String> sourcesAfter = ids(after);
    Map<String, Dossier> dossiersBefore = dossiers(before);
    Map<String, Dossier> dossiersAfter = dossiers(after);
    Set<String> subjects = new TreeSet<>(dossiersBefore.keySet());
    subjects.addAll(dossiersAfter.keySet());
    List<SubjectDiff> diffs = new ArrayList<>();
    for (String id : subjects) {
      Dossier old = dossiersBefore.get(id);
      Dossier now = dossiersAfter.get(id);
      if (old == null || now == null || !old.hash().equals(now.hash())) {
        diffs.add(compare(id, old, now));
      }
    }
    return new CatalogDiff(
        missing(sourcesAfter, sourcesBefore), missing(sourcesBefore, sourcesAfter), diffs);
  }

  private static Set<String> ids(Catalog catalog) {
    Set<String> ids = new TreeSet<>();
    catalog.sources().stream().map(Source::id).forEach(ids::add);
    return ids;
  }

  private static Map<String, Dossier> dossiers(Catalog catalog) {
    Map<String, Dossier> byId = new HashMap<>();
    catalog.dossiers().forEach(d -> byId.put(d.subject().id(), d));
    return byId;
  }

  private static List<String> missing(Set<String> all, Set<String> in) {
    return all.stream().filter(id -> !in.contains(id)).toList();
  }

  private static SubjectDiff compare(String id, @Nullable Dossier old, @Nullable Dossier now) {
    State state = old == null ? State.ADDED : now == null ? State.REMOVED : State.CHANGED;
    Subject before = old == null ? null : old.subject();
    Subject after = now == null ? null : now.subject();
    boolean sameDescription = Objects.equals(before, after);
    Set<String> claimsBefore = claimIds(old);
    Set<String> claimsAfter = claimIds(now);
    return new SubjectDiff(
        id,
        state,
        sameDescription ? null : before,
        sameDescription ? null : after,
        missing(claimsAfter, claimsBefore),
        missing(claimsBefore, claimsAfter),
        verdicts(old, now),
        values(old, now));
  }

  private static Set<String> claimIds(@Nullable Dossier dossier) {
    Set<String> ids = new TreeSet<>();
    if (dossier != null) {
      dossier.claims().stream().map(Claim::id).forEach(ids::add);
    }
    return ids;
  }

  private static List<VerdictChange> verdicts(@Nullable Dossier old, @Nullable Dossier now) {
    Set<String> claimIds = new TreeSet<>();
    List<Dossier> both = new ArrayList<>();
    if (old != null) {
      both.add(old);
    }
    if (now != null) {
      both.add(now);
    }
    both.forEach(d -> d.verdicts().forEach(v -> claimIds.add(v.claimId())));
    List<VerdictChange> changes = new ArrayList<>();
    for (String id : claimIds) {
      Verdict before = old == null ? null : old.findVerdict(id).orElse(null);
      Verdict after = now == null ? null : now.findVerdict(id).orElse(null);
      if (!Objects.equals(before, after)) {
        changes.add(new VerdictChange(id, before, after));
      }
    }
    return changes;
  }

  private static List<ValueChange> values(@Nullable Dossier old, @Nullable Dossier now) {
    Map<String, Resolved> numbersBefore = numbers(old);
    Map<String, Resolved> numbersAfter = numbers(now);
    Map<String, String> textsBefore = texts(old);
    Map<String, String> textsAfter = texts(now);
    Set<String> keys = new TreeSet<>(numbersBefore.keySet());
    keys.addAll(numbersAfter.keySet());
    keys.addAll(textsBefore.keySet());
    keys.addAll(textsAfter.keySet());
    return keys.stream()
        .map(
            key ->
                new ValueChange(
                    key,
                    numbersBefore.get(key),
                    numbersAfter.get(key),
                    textsBefore.get(key),
                    textsAfter.get(key)))
        .filter(
            v ->
                !Objects.equals(v.before(), v.after())
                    || !Objects.equals(v.textBefore(), v.textAfter()))
        .toList();
  }

  private static Map<String, Resolved> numbers(@Nullable Dossier dossier) {
    Map<String, Resolved> byKey = new TreeMap<>();
    if (dossier != null) {
      Specification s = dossier.specification();
      s.throughputs().forEach(t -> byKey.put(t.of().key(), t.peak()));
      s.numbers().forEach((attribute, resolved) -> byKey.put(attribute.key(), resolved));
    }
    return byKey;
  }

  private static Map<String, String> texts(@Nullable Dossier dossier) {
    Map<String, String> byKey = new TreeMap<>();
    if (dossier != null) {
      Map<Attribute, String> texts = dossier.specification().texts();
      texts.forEach((attribute, text) -> byKey.put(attribute.key(), text));
    }
    return byKey;
  }
}
