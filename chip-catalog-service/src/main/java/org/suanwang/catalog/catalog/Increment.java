package org.suanwang.catalog.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.check.ConflictException;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/** What of an offered content a catalogue does not have yet. */
public final class Increment {
  /** So many conflicts are told; who has more mends these first. */
  private static final int TOLD_MAX = 10;

  private final Catalog before;
  private final List<String> conflicts = new ArrayList<>();

  private Increment(Catalog before) {
    this.before = before;
  }

  /**
   * Leaves out what is there already, so that the same package can be taken in twice.
   *
   * @throws ConflictException naming every source, subject and claim that is there, and says
   *     something else
   */
  public static CatalogContent of(Catalog before, CatalogContent offered) {
    var increment = new Increment(before);
    var content =
        new CatalogContent(
            offered.sources().stream().filter(increment::isNew).toList(),
            offered.subjects().stream().filter(increment::isNew).toList(),
            offered.claims().stream().filter(increment::isNew).toList(),
            newVerdicts(before, offered.verdicts()));
    increment.requireNoConflict();
    return content;
  }

  private void requireNoConflict() {
    if (conflicts.isEmpty()) {
      return;
    }
    String told = conflicts.stream().limit(TOLD_MAX).collect(Collectors.joining("; "));
    int more = conflicts.size() - TOLD_MAX;
    throw new ConflictException(more > 0 ? told + "; and " + more + " more" : told);
  }

  private boolean isNew(Source source) {
    Optional<Source> there = before.findSource(source.id());
    if (there.isPresent() && !there.get().equals(source)) {
      conflicts.add(
          "the source \""
              + source.id()
              + "\" is there with other particulars; sources are never changed: give its id alone,"
              + " or give yours another id");
    }
    return there.isEmpty();
  }

  private boolean isNew(Subject subject) {
    Optional<Subject> there = before.findDossier(subject.id()).map(Dossier::subject);
    if (there.isPresent() && !isOfOneKind(there.get(), subject)) {
      conflicts.add(
          "the id \"" + subject.id() + "\" is taken by something of another kind; use another id");
    }
    return !there.equals(Optional.of(subject));
  }

  private static boolean isOfOneKind(Subject one, Subject other) {
    if (one instanceof Item i && other instanceof Item o) {
      return i.kind() == o.kind();
    }
    return one.getClass() == other.getClass();
  }

  private boolean isNew(Claim<Fact> claim) {
    Optional<Claim<Fact>> there = before.findClaim(claim.id());
    if (there.isPresent()
        && !CanonicalForm.statementHash(there.get()).equals(CanonicalForm.statementHash(claim))) {
      conflicts.add(
          "the claim \""
              + claim.id()
              + "\" was loaded before and says something else; claims are never changed: add"
              + " another that corrects it");
    }
    return there.isEmpty();
  }

  /**
   * Verdicts with which somebody says something else than before on the same claim. Others may have
   * judged it since: who repeats himself does not overrule them. What was given before word for
   * word, on the same day, is known, even where its author has changed his mind since.
   */
  private static List<Verdict> newVerdicts(Catalog before, List<Verdict> offered) {
    Map<List<String>, Verdict> last = new HashMap<>();
    offered.stream()
        .map(v -> Catalog.subjectOf(v.claimId()))
        .distinct()
        .flatMap(id -> before.findDossier(id).stream())
        .flatMap(d -> d.verdicts().stream())
        .forEach(v -> last.put(opinion(v), v));
    return offered.stream()
        .filter(v -> !isKnown(before, v))
        .filter(
            v -> {
              Verdict there = last.put(opinion(v), v);
              return there == null || !saysTheSame(there, v);
            })
        .toList();
  }

  private static boolean isKnown(Catalog before, Verdict verdict) {
    return before
        .findDossier(Catalog.subjectOf(verdict.claimId()))
        .filter(d -> d.verdicts().contains(verdict))
        .isPresent();
  }

  private static List<String> opinion(Verdict verdict) {
    return List.of(verdict.claimId(), verdict.recorded().author());
  }

  private static boolean saysTheSame(Verdict one, Verdict other) {
    return one.status() == other.status() && Objects.equals(one.note(), other.note());
  }

  /** Several increments, each on top of those before it, as one. */
  public static CatalogContent together(List<CatalogContent> increments) {
    Map<String, Subject> subjects = new HashMap<>();
    increments.forEach(i -> i.subjects().forEach(s -> subjects.put(s.id(), s)));
    return new CatalogContent(
        increments.stream().flatMap(i -> i.sources().stream()).toList(),
        List.copyOf(subjects.values()),
        increments.stream().flatMap(i -> i.claims().stream()).toList(),
        increments.stream().flatMap(i -> i.verdicts().stream()).toList());
  }

  /** Whether there is nothing in it. */
  public static boolean isEmpty(CatalogContent content) {
    return content.sources().isEmpty()
        && content.subjects().isEmpty()
        && content.claims().isEmpty()
        && content.verdicts().isEmpty();
  }

  /** The ids of the subjects that it says something about. */
  public static Set<String> subjects(CatalogContent content) {
    Set<String> ids = new TreeSet<>();
    content.subjects().forEach(s -> ids.add(s.id()));
    content.claims().forEach(c -> ids.add(c.subject()));
    content.verdicts().forEach(v -> ids.add(Catalog.subjectOf(v.claimId())));
    return ids;
  }
}
