package org.suanwang.catalog.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/**
 * Loads data packages by their manifests; one with anything wrong in it is refused whole. A package
 * may cite the sources and add to the subjects of those loaded before it.
 */
public final class DataPackageLoader {
  private final PackageFiles files;
  private final Map<String, Source> knownSources = new HashMap<>();
  private final Map<String, Subject> knownSubjects = new HashMap<>();

  public DataPackageLoader(PackageFiles files) {
    this.files = files;
  }

  /**
   * Loads one package.
   *
   * @throws InvalidInputException naming file, line, rule and remedy of everything found
   */
  public DataPackage load(String packageId) {
    Reading reading = new Reading(packageId);
    DataPackage loaded = reading.read();
    if (!reading.violations.isEmpty()) {
      throw new InvalidInputException(reading.violations);
    }
    loaded.content().sources().forEach(s -> knownSources.put(s.id(), s));
    loaded.content().subjects().forEach(s -> knownSubjects.put(s.id(), s));
    return loaded;
  }

  /**
   * The hash of a package's files, without what they mean: a start that finds them unchanged need
   * not read them.
   */
  public String filesHash(String packageId) {
    StringBuilder hashes = new StringBuilder();
    String manifest = packageId + "/package.yaml";
    hashes.append(hash(manifest));
    YamlFile.read(manifest, files.find(manifest).orElse(""), new ArrayList<>()).stream()
        .flatMap(map -> map.texts("files").stream())
        .forEach(file -> hashes.append(hash(packageId + "/" + file)));
    return CanonicalForm.sha256(hashes.toString());
  }

  private String hash(String file) {
    return file + " " + CanonicalForm.sha256(files.find(file).orElse("")) + "\n";
  }

  private final class Reading {
    private final String packageId;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Claim<Fact>> claims = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    Reading(String packageId) {
      this.packageId = packageId;
    }

    DataPackage read() {
      YamlMap manifest = open(packageId + "/package.yaml").orElseThrow(this::refuse);
      manifest.allow("id", "version", "title", "licence", "released", "files");
      Recorded recorded =
          new Recorded(packageId + " " + manifest.text("version"), released(manifest));
      List<String> listed = manifest.texts("files");
      listed.stream().filter(Reading::isSource).forEach(this::readSource);
      listed.stream().filter(f -> !isSource(f)).forEach(f -> readSubject(f, recorded));
      requireUniqueIds();
      if (!violations.isEmpty()) {
        throw refuse();
      }
      var content = new CatalogContent(sources, subjects, claims, verdicts);
      return new DataPackage(
          manifest.text("id"),
          manifest.text("version"),
          manifest.text("title"),
          manifest.text("licence"),
          content,
          CanonicalForm.hash(content),
          filesHash(packageId));
    }

    private LocalDate released(YamlMap manifest) {
      return manifest.date("released");
    }

    private InvalidInputException refuse() {
      return new InvalidInputException(violations);
    }

    private Optional<YamlMap> open(String file) {
      Optional<String> text = files.find(file);
      if (text.isEmpty()) {
        violations.add(new Violation(file, "", "the file must be there", "add it, or unlist it"));
        return Optional.empty();
      }
      return YamlFile.read(file, text.get(), violations);
    }

    private static boolean isSource(String file) {
      return file.startsWith("sources/");
    }

    private void readSource(String file) {
      open(packageId + "/" + file)
          .ifPresent(
              map -> {
                requireIdIsFileName(map, file);
                sources.add(source(map));
              });
    }

    private void readSubject(String file, Recorded recorded) {
      Optional<YamlMap> opened = open(packageId + "/" + file);
      if (opened.isEmpty()) {
        return;
      }
      YamlMap map = opened.get();
      requireIdIsFileName(map, file);
      String folder = file.substring(0, Math.max(0, file.indexOf('/')));
      if (!SubjectFile.FOLDERS.contains(folder)) {
        map.violate(
            "id",
            file,
            "the folder must be known",
            "sources, " + String.join(", ", SubjectFile.FOLDERS));
        return;
      }
      var reader = new SubjectFile(map, folder);
      Optional<Subject> described = reader.findSubject();
      described.ifPresent(subjects::add);
      Optional<Subject> subject =
          described.or(() -> Optional.ofNullable(knownSubjects.get(reader.id())));
      if (subject.isEmpty()) {
        map.violate("id", reader.id(), "a new subject must have a name", "add name and vendor");
        return;
      }
      reader.readClaims(subject.get(), recorded, this::findSource, claims, verdicts);
    }

    private Optional<Source> findSource(String id) {
      return sources.stream()
          .filter(s -> s.id().equals(id))
          .findFirst()
          .or(() -> Optional.ofNullable(knownSources.get(id)));
    }

    private void requireIdIsFileName(YamlMap map, String file) {
      String name = file.substring(file.indexOf('/') + 1).replace(".yaml", "");
      if (!map.text("id").equals(name)) {
        map.violate("id", map.text("id"), "the id must be the file's name", "write " + name);
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
          isDated ? map.partialDate("date") : PartialDate.of(map.date("accessed")),
          isDated ? DateKind.PUBLISHED : DateKind.ACCESSED,
          map.findText("url").orElse(null),
          map.findText("licence").orElse(null),
          map.findText("readThrough").orElse(null));
    }

    private void requireUniqueIds() {
      requireUnique("source", sources.stream().map(Source::id).toList());
      requireUnknown("source", sources.stream().map(Source::id).toList(), knownSources.keySet());
      requireUnknown(
          "subject", subjects.stream().map(Subject::id).toList(), knownSubjects.keySet());
      requireUnique("subject", subjects.stream().map(Subject::id).toList());
      requireUnique("claim", claims.stream().map(Claim::id).toList());
      requireUnique("verdict", verdicts.stream().map(Verdict::claimId).toList());
    }

    private void requireUnknown(String kind, List<String> ids, Set<String> known) {
      ids.stream()
          .filter(known::contains)
          .forEach(
              id ->
                  violations.add(
                      new Violation(
                          packageId,
                          id,
                          "an earlier package must not have this " + kind,
                          "leave it out here; claims about it need no name")));
    }

    private void requireUnique(String kind, List<String> ids) {
      var seen = new HashSet<String>();
      for (String id : ids) {
        if (!seen.add(id)) {
          violations.add(
              new Violation(packageId, id, "a " + kind + " id must be given once", "rename one"));
        }
      }
    }
  }
}
