package org.suanwang.catalog.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.ImportCounts;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.catalog.PackageRegister.Outcome;
import org.suanwang.catalog.rest.Views.VersionView;

/** What became of an import, or would become of it. */
@Schema(name = "ImportAnswer", description = "What became of an import, or would become of it")
record ImportAnswer(
    @Schema(description = "The version that is served now") VersionView catalogVersion,
    @Schema(description = "Whether nothing was written") boolean dryRun,
    @Schema(
            description =
                "The version that holds the import; of a dry run the one that would be published",
            examples = "2026-11-25-0123456789ab")
        String version,
    @Schema(description = "Whether nothing forbids the import") boolean admissible,
    ImportCounts counts,
    @Schema(
            description =
                "What the integrity rules say that they did not say before, errors first; the"
                    + " first thousand")
        List<Finding> findings,
    int findingsTotal,
    @Schema(description = "What of a foreign table was taken, and what was left out and why")
        ImportReport report) {
  private static final int FINDINGS_MAX = 1000;

  /** A small package, for the contract. */
  static final String PACKAGE =
      """
      package: {id: my-accelerators, version: "1", title: "Mine", licence: "CC BY 4.0",
                released: 2026-11-25}
      sources:
        - {id: example-sheet, title: "An example datasheet", publisher: "Its publisher",
           tier: VENDOR_DATASHEET, date: 2021-07-07}
      accelerators:
        - id: enflame-cloudblazer-t20
          statements:
            - source: example-sheet
              place: "page 2"
              says: {memoryCapacity: "32 GB"}
      """;

  static ImportAnswer of(Outcome outcome, Reading read, boolean dryRun) {
    List<Finding> findings = outcome.findings();
    return new ImportAnswer(
        VersionView.of(outcome.published().version()),
        dryRun,
        outcome.versionId(),
        findings.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR),
        outcome.counts(),
        findings.stream().limit(FINDINGS_MAX).toList(),
        findings.size(),
        read.report());
  }
}
