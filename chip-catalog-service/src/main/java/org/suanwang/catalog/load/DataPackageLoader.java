package org.suanwang.catalog.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Vendor;
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

/** Loads a data package by its manifest; a package with anything wrong in it is refused whole. */
public final class DataPackageLoader {
  private final PackageFiles files;

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
    return loaded;
  }

  private final class Reading {
    private final String packageId;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Vendor> vendors = new ArrayList<>();
    private final List<Accelerator> accelerators = new ArrayList<>();
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
      manifest.texts("files").forEach(file -> readFile(file, recorded));
      requireUniqueIds();
      if (!violations.isEmpty()) {
        throw refuse();
      }
      var content = new CatalogContent(sources, vendors, accelerators, claims, verdicts);
      return new DataPackage(
          manifest.text("id"),
          manifest.text("version"),
          manifest.text("title"),
          manifest.text("licence"),
          content,
          CanonicalForm.hash(content));
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

    private void readFile(String file, Recorded recorded) {
      Optional<YamlMap> opened = open(packageId + "/" + file);
      if (opened.isEmpty()) {
        return;
      }
      YamlMap map = opened.get();
      requireIdIsFileName(map, file);
      switch (file.substring(0, Math.max(0, file.indexOf('/')))) {
        case "sources" -> sources.add(source(map));
        case "vendors" -> vendors.add(vendor(map));
        case "accelerators" -> {
          var reader = new AcceleratorFile(map, recorded, sources);
          accelerators.add(reader.accelerator());
          reader.readClaims(claims, verdicts);
        }
        default ->
            map.violate("id", file, "the folder must be known", "sources, vendors or accelerators");
      }
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

    private static Vendor vendor(YamlMap map) {
      map.allow("id", "name", "aliases", "country");
      return new Vendor(
          map.text("id"), map.text("name"), map.texts("aliases"), map.text("country"));
    }

    private void requireUniqueIds() {
      requireUnique("source", sources.stream().map(Source::id).toList());
      requireUnique("vendor", vendors.stream().map(Vendor::id).toList());
      requireUnique("accelerator", accelerators.stream().map(Accelerator::id).toList());
      requireUnique("claim", claims.stream().map(Claim::id).toList());
      requireUnique("verdict", verdicts.stream().map(Verdict::claimId).toList());
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
