package org.suanwang.catalog.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/**
 * The reading of one package, piece by piece: its sources, then its subjects with their claims.
 * Where the pieces come from, a folder or a single file, is not its business.
 */
final class PackageReading {

  /**
   * What a package may build on.
   *
   * @param sources finds the sources that were there before
   * @param subjects finds the subjects that were there before
   * @param latest nothing may be dated later
   */
  record Surroundings(
      Function<String, Optional<Source>> sources,
      Function<String, Optional<Subject>> subjects,
      LocalDate latest) {}

  private final Surroundings around;
  private final Recorded recorded;
  private final List<Violation> violations;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
  private final List<Claim<Fact>> claims = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Verdict> history = new ArrayList<>();

  PackageReading(Surroundings around, Recorded recorded, List<Violation> violations) {
    this.around = around;
    this.recorded = recorded;
    this.violations = violations;
  }

  /** Reads a source; those that subjects cite must be read before them. */
  void readSource(YamlMap map) {
    Source source = source(map);
    if (!source.id().matches("[a-z0-9][a-z0-9.-]{0,99}")) {
      map.violate(
          "id",
          source.id(),
          "must be small letters, digits, dots, hyphens, at most 100",
          "mend it");
    }
    requireNotLater(map, "date", source.date());
    if (sources.put(source.id(), source) != null) {
      map.violate("id", source.id(), "a source id must be given once", "rename one");
    }
  }

  private static Source source(YamlMap map) {
    map.allow(
        "id", "title", "publisher", "tier", "date", "accessed", "url", "licence", "readThrough");
    boolean isDated = !map.has("accessed");
    if (!isDated && map.has("date")) {
      map.violate("accessed", "accessed", "a dated source must not say it", "keep date alone");
    }
    return new Source(
        map.text("id"),
        map.text("title"),
        map.text("publisher"),
        map.constant("tier", Tier.class),
        map.partialDate(isDated ? "date" : "accessed"),
        isDated ? DateKind.PUBLISHED : DateKind.ACCESSED,
        map.findExact("url").orElse(null),
        map.findExact("licence").orElse(null),
        map.findExact("readThrough").orElse(null));
  }

  /**
   * Reads a subject and all that is said about it.
   *
   * @param folder where subjects of its kind stand
   */
  void readSubject(YamlMap map, String folder) {
    var reader = new SubjectFile(map, folder);
    Optional<Subject> described = reader.findSubject();
    described.ifPresent(s -> add(map, s));
    Optional<Subject> subject = described.or(() -> findSubject(reader.id()));
    if (subject.isEmpty()) {
      map.violate("id", reader.id(), "a new subject must have a name", "add name and vendor");
      return;
    }
    int before = claims.size();
    var context = new SubjectContext(subject.get(), recorded, this::findSource);
    reader.readClaims(context, claims, verdicts, history);
    claims
        .subList(before, claims.size())
        .forEach(
            c -> {
              requireNotLater(map, c.id() + " asOf", c.asOf());
              requireNotLater(map, c.id() + " recordedOn", PartialDate.of(c.recorded().on()));
            });
  }

  private void add(YamlMap map, Subject subject) {
    if (subjects.put(subject.id(), subject) != null) {
      map.violate("id", subject.id(), "a subject id must be given once", "rename one");
    }
  }

  private void requireNotLater(YamlMap map, String field, PartialDate date) {
    if (date.first().isAfter(around.latest())) {
      map.violate(field, date.toString(), "must not lie in the future", "mend the date");
    }
  }

  private Optional<Subject> findSubject(String id) {
    Subject own = subjects.get(id);
    return own == null ? around.subjects().apply(id) : Optional.of(own);
  }

  private Optional<Source> findSource(String id) {
    @Nullable Source own = sources.get(id);
    return own == null ? around.sources().apply(id) : Optional.of(own);
  }

  /** Notes every source and subject that was there before: it must be described in one place. */
  void requireAllNew(String file) {
    requireUnknown(file, "source", sources.keySet(), id -> around.sources().apply(id).isPresent());
    requireUnknown(
        file, "subject", subjects.keySet(), id -> around.subjects().apply(id).isPresent());
  }

  private void requireUnknown(
      String file, String kind, Set<String> ids, Function<String, Boolean> isKnown) {
    for (String id : ids) {
      if (isKnown.apply(id)) {
        violations.add(
            new Violation(
                file,
                id,
                "an earlier package must not have this " + kind,
                "leave it out here; claims about it need no name"));
      }
    }
  }

  /**
   * The whole package, once everything is read; to be thrown away when something was noted.
   *
   * @param filesHash the hash of what was read
   */
  DataPackage finish(PackageHead head, String filesHash) {
    requireUnique(head.id(), "claim", claims.stream().map(Claim::id).toList());
    requireUnique(head.id(), "verdict", verdicts.stream().map(Verdict::claimId).toList());
    List<Verdict> allVerdicts = new ArrayList<>(history);
    allVerdicts.addAll(verdicts);
    var content =
        new CatalogContent(
            List.copyOf(sources.values()), List.copyOf(subjects.values()), claims, allVerdicts);
    return new DataPackage(
        head.id(),
        head.version(),
        head.title(),
        head.licence(),
        content,
        CanonicalForm.hash(content),
        filesHash);
  }

  private void requireUnique(String file, String kind, List<String> ids) {
    var seen = new HashSet<String>();
    for (String id : ids) {
      if (!seen.add(id)) {
        violations.add(
            new Violation(file, id, "a " + kind + " id must be given once", "rename one"));
      }
    }
  }
}
