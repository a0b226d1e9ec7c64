package org.suanwang.catalog.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.catalog.PackageReader.Upload;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/**
 * Epoch AI's <em>Data on Machine Learning Hardware</em> (CC BY 4.0): a row an accelerator, a cell a
 * claim. Columns may come in any order, and any but the name may be absent.
 */
final class EpochTable {
  private static final String PACKAGE = "epoch-table";
  private static final String SOURCE = "epoch-ml-hardware";
  private static final int DAY_LENGTH = 10;

  private final String file;
  private final Upload upload;
  private final Catalog known;
  private final Makers makers;
  private final List<Violation> violations;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
  private final List<Claim<Fact>> claims = new ArrayList<>();
  private final List<ImportReport.Row> report = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();
  private final Set<String> claimIds = new HashSet<>();

  EpochTable(String file, Upload upload, Catalog known, Makers makers, List<Violation> violations) {
    this.file = file;
    this.upload = upload;
    this.known = known;
    this.makers = makers;
    this.violations = violations;
  }

  Reading read(CsvTable table, String fileHash) {
    for (int i = 0; i < table.columns().size(); i++) {
      columns.putIfAbsent(table.columns().get(i), i);
    }
    if (!columns.containsKey(EpochColumns.NAME)) {
      violations.add(
          new Violation(
              file + ":1",
              "",
              "must have the column " + EpochColumns.NAME,
              "send Epoch's ml_hardware.csv as it is"));
    }
    PartialDate latest = latest(table);
    Source source = source(latest);
    if (violations.isEmpty()) {
      var match = new EpochMatch(known, makers, source.id());
      String version = latest.toString();
      var recorded = new Recorded(upload.by() + ": " + PACKAGE + " " + version, upload.today());
      table.rows().forEach(row -> read(row, match, source, recorded));
    }
    return new Reading(data(source, latest, fileHash), new ImportReport(columnsLeftOut(), report));
  }

  private DataPackage data(Source source, PartialDate latest, String fileHash) {
    List<Source> newSources =
        known.findSource(source.id()).isPresent() || claims.isEmpty() ? List.of() : List.of(source);
    var content = new CatalogContent(newSources, List.copyOf(subjects.values()), claims, List.of());
    return new DataPackage(
        PACKAGE,
        latest.toString(),
        source.title(),
        Optional.ofNullable(source.licence()).orElse("as its publisher says"),
        content,
        CanonicalForm.hash(content),
        fileHash);
  }

  private List<ImportReport.Column> columnsLeftOut() {
    return columns.keySet().stream()
        .flatMap(
            name ->
                EpochColumns.whyLeftOut(name)
                    .map(why -> new ImportReport.Column(name, why))
                    .stream())
        .toList();
  }

  /** The source that the sender names, or the one that this table usually is. */
  private Source source(PartialDate latest) {
    String id = upload.sourceId().orElse(SOURCE);
    Source standard =
        new Source(
            SOURCE,
            "Data on Machine Learning Hardware",
            "Epoch AI",
            Tier.THIRD_PARTY,
            latest,
            DateKind.PUBLISHED,
            "https://epoch.ai/data/machine-learning-hardware",
            "CC BY 4.0",
            null);
    Optional<Source> found = known.findSource(id);
    if (found.isEmpty() && upload.sourceId().isPresent()) {
      violations.add(
          new Violation(
              "source", id, "must be a source of the catalogue", "GET /v1/sources lists all"));
    }
    return found.orElse(standard);
  }

  private PartialDate latest(CsvTable table) {
    return table.rows().stream()
        .map(row -> modified(row))
        .flatMap(Optional::stream)
        .max((a, b) -> a.first().compareTo(b.first()))
        .orElse(PartialDate.of(upload.today()));
  }

  private Optional<PartialDate> modified(CsvTable.Row row) {
    String cell = cell(row, EpochColumns.MODIFIED);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    String day = cell.substring(0, Math.min(DAY_LENGTH, cell.length()));
    Optional<PartialDate> date = EpochRow.date(day);
    if (date.isEmpty() || date.get().first().isAfter(upload.today())) {
      violations.add(
          new Violation(
              file + ":" + row.line() + " " + EpochColumns.MODIFIED,
              cell,
              "must begin with a day that exists and is not in the future",
              "write 2026-03-18 17:54:05+00:00"));
      return Optional.empty();
    }
    return date;
  }

  private String cell(CsvTable.Row row, String column) {
    Integer index = columns.get(column);
    return index == null ? "" : row.cells().get(index).strip();
  }

  private void read(CsvTable.Row row, EpochMatch matches, Source source, Recorded recorded) {
    String name = cell(row, EpochColumns.NAME);
    if (name.isEmpty()) {
      violations.add(
          new Violation(
              file + ":" + row.line() + " " + EpochColumns.NAME,
              "",
              "a row must name its accelerator",
              "give the name, or remove the row"));
      return;
    }
    Long before = lines.putIfAbsent(Makers.plain(name), row.line());
    if (before != null) {
      leaveOut(row, name, "line " + before + " has the same name");
      return;
    }
    EpochMatch.Match match = matches.find(name, cell(row, EpochColumns.MAKER));
    Accelerator accelerator = match.accelerator();
    if (accelerator == null) {
      leaveOut(row, name, match.note());
      return;
    }
    if (match.isNew() && subjects.containsKey(accelerator.id())) {
      leaveOut(row, name, "another row has become " + accelerator.id() + " already");
      return;
    }
    PartialDate asOf = modified(row).orElse(source.date());
    var reading =
        new EpochRow(file, row.line(), name, accelerator, known, source, asOf, recorded, claimIds);
    var tensor = new EpochTensor(cell(row, EpochColumns.TENSOR_16), cell(row, EpochColumns.TF32));
    columns.keySet().forEach(c -> reading.read(c, cell(row, c), tensor));
    violations.addAll(reading.violations());
    claims.addAll(reading.claims());
    if (match.isNew()) {
      subjects.put(accelerator.id(), accelerator);
    }
    if (match.vendor() != null) {
      subjects.putIfAbsent(match.vendor().id(), match.vendor());
    }
    report.add(reading.report(match, tensor));
  }

  private void leaveOut(CsvTable.Row row, String name, String why) {
    report.add(
        new ImportReport.Row(
            row.line(), name, null, false, List.of(), List.of("left out: " + why), List.of()));
  }
}
