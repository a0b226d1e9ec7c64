package org.suanwang.catalog.load;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PackageReader.Upload;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.Recorded;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a package in one file: what it says of itself, then a list for each folder. */
final class PackageTree {
  /** As many things as a file of the largest size can hold, if each is short. */
  private static final int THINGS_MAX = 100_000;

  private static final int RECORDED_BY_LENGTH_MAX = 300;

  private final String file;
  private final Upload upload;
  private final Catalog known;
  private final List<Violation> violations;

  PackageTree(String file, Upload upload, Catalog known, List<Violation> violations) {
    this.file = file;
    this.upload = upload;
    this.known = known;
    this.violations = violations;
  }

  /**
   * Reads what hangs below the root; what is wrong is noted.
   *
   * @param fileHash the hash of the text that it was read from
   */
  DataPackage read(Node root, String fileHash) {
    new NodeCheck(file, violations).check(root);
    YamlMap tree = new YamlMap(file, root, violations);
    tree.allow(names());
    PackageHead head = PackageHead.read(allowHead(tree.map("package")));
    var reading = new PackageReading(around(), recorded(head), violations);
    limited(tree, "sources").forEach(reading::readSource);
    for (String folder : SubjectFile.FOLDERS) {
      limited(tree, folder).forEach(subject -> reading.readSubject(subject, folder));
    }
    return reading.finish(head, fileHash);
  }

  private static String[] names() {
    List<String> names = new ArrayList<>(List.of("package", "catalogVersion", "sources"));
    names.addAll(SubjectFile.FOLDERS);
    return names.toArray(String[]::new);
  }

  private static YamlMap allowHead(YamlMap head) {
    return head.allow("id", "version", "title", "licence", "released");
  }

  private PackageReading.Surroundings around() {
    return new PackageReading.Surroundings(
        known::findSource, id -> known.findDossier(id).map(Dossier::subject), upload.today());
  }

  /** Claims that do not say who entered them are entered by who sends the file, today. */
  private Recorded recorded(PackageHead head) {
    String by = upload.by() + ": " + head.name();
    return new Recorded(
        by.length() > RECORDED_BY_LENGTH_MAX ? by.substring(0, RECORDED_BY_LENGTH_MAX) : by,
        upload.today());
  }

  private List<YamlMap> limited(YamlMap tree, String list) {
    List<YamlMap> items = tree.maps(list);
    if (items.size() > THINGS_MAX) {
      tree.violate(
          list,
          items.size() + " items",
          "must have at most " + THINGS_MAX + " items",
          "send several files");
      return List.of();
    }
    return items;
  }
}
