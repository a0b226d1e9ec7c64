package org.suanwang.catalog.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.PackageReader;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads what somebody sends in, whichever of the known formats it has; with anything wrong in it,
 * it is refused whole.
 */
public final class UploadFile implements PackageReader {
  private static final String FILE = "body";

  /** Violations beyond these are counted only. */
  private static final int TOLD_MAX = 200;

  private final PackageFiles files;

  /**
   * Reads nothing yet.
   *
   * @param files where the table of known makers is
   */
  public UploadFile(PackageFiles files) {
    this.files = files;
  }

  @Override
  public Reading read(Upload upload, byte[] body, Catalog known) {
    String text = PlainText.read(FILE, body);
    List<Violation> violations = new ArrayList<>();
    Optional<Reading> reading =
        switch (upload.format()) {
          case YAML ->
              YamlFile.compose(FILE, text, text.length(), violations)
                  .map(root -> tree(root, text, upload, known, violations));
          case JSON ->
              JsonFile.compose(FILE, text, violations)
                  .map(root -> tree(root, text, upload, known, violations));
          case CSV ->
              CsvFile.compose(FILE, text, upload.today().toString(), violations)
                  .map(root -> tree(root, text, upload, known, violations));
          case EPOCH ->
              CsvTable.read(FILE, text, violations)
                  .map(table -> epoch(table, text, upload, known, violations));
        };
    if (!violations.isEmpty()) {
      throw new InvalidInputException(limited(violations));
    }
    return reading.orElseThrow();
  }

  private static Reading tree(
      Node root, String text, Upload upload, Catalog known, List<Violation> violations) {
    DataPackage data =
        new PackageTree(FILE, upload, known, violations).read(root, CanonicalForm.sha256(text));
    return new Reading(data, ImportReport.NOTHING);
  }

  private Reading epoch(
      CsvTable table, String text, Upload upload, Catalog known, List<Violation> violations) {
    Makers makers = Makers.load(files, known);
    return new EpochTable(FILE, upload, known, makers, violations)
        .read(table, CanonicalForm.sha256(text));
  }

  private static List<Violation> limited(List<Violation> all) {
    if (all.size() <= TOLD_MAX) {
      return all;
    }
    List<Violation> told = new ArrayList<>(all.subList(0, TOLD_MAX));
    told.add(
        new Violation(
            FILE,
            all.size() - TOLD_MAX + " more",
            "so many further rules are broken",
            "mend these first"));
    return told;
  }
}
