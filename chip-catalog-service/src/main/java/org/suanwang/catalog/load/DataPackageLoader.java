package org.suanwang.catalog.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;

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
    Folder folder = new Folder(packageId);
    DataPackage loaded = folder.read();
    folder.requireNothingWrong();
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

  private final class Folder {
    private final String packageId;
    private final List<Violation> violations = new ArrayList<>();

    Folder(String packageId) {
      this.packageId = packageId;
    }

    DataPackage read() {
      YamlMap manifest =
          open(packageId + "/package.yaml")
              .orElseThrow(() -> new InvalidInputException(violations));
      manifest.allow("id", "version", "title", "licence", "released", "files");
      PackageHead head = PackageHead.read(manifest);
      var around =
          new PackageReading.Surroundings(
              id -> Optional.ofNullable(knownSources.get(id)),
              id -> Optional.ofNullable(knownSubjects.get(id)),
              LocalDate.MAX);
      var recorded = new Recorded(packageId + " " + head.version(), head.released());
      var reading = new PackageReading(around, recorded, violations);
      List<String> listed = manifest.texts("files");
      listed.stream().filter(Folder::isSource).forEach(f -> readSource(f, reading));
      listed.stream().filter(f -> !isSource(f)).forEach(f -> readSubject(f, reading));
      reading.requireAllNew(packageId);
      return reading.finish(head, filesHash(packageId));
    }

    void requireNothingWrong() {
      if (!violations.isEmpty()) {
        throw new InvalidInputException(violations);
      }
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

    private void readSource(String file, PackageReading reading) {
      open(packageId + "/" + file)
          .ifPresent(
              map -> {
                requireIdIsFileName(map, file);
                reading.readSource(map);
              });
    }

    private void readSubject(String file, PackageReading reading) {
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
      reading.readSubject(map, folder);
    }

    private void requireIdIsFileName(YamlMap map, String file) {
      String name = file.substring(file.indexOf('/') + 1).replace(".yaml", "");
      if (!map.text("id").equals(name)) {
        map.violate("id", map.text("id"), "the id must be the file's name", "write " + name);
      }
    }
  }
}
