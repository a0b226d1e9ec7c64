package org.suanwang.catalog.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.catalog.PackageReader.Upload;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.load.UploadFile;

/**
 * Epoch AI's table of hardware, as it was published, in an empty catalogue: do the rules find the
 * defects that people found in it? The total processing performance is no claim after an import, so
 * what is wrong with that is looked for in the shipped catalogue, which cites it.
 */
final class EpochBenchmark {
  private static final PrintStream OUT = System.out;

  /**
   * What is known to be wrong.
   *
   * @param row a part of the accelerator's id
   * @param claim a part of the claim's id behind it
   * @param rule that must find it
   */
  private record Defect(String row, String claim, String rule) {}

  private static final List<Defect> DEFECTS =
      List.of(
          new Defect("mxc500-oam", "memorybandwidth", "MagnitudeIsPlausible"),
          new Defect("mxc500-pcie", "memorybandwidth", "MagnitudeIsPlausible"),
          new Defect("mi308x", "memorybandwidth", "MemoryRateExistedThen"),
          new Defect("nvidia-p40", "memorybandwidth", "MemoryRateExistedThen"),
          new Defect("nvidia-a100", "memorybandwidth", "BandwidthIsBusTimesRate"));

  private EpochBenchmark() {}

  static void run(Figures figures) throws IOException {
    Path table =
        Path.of(System.getProperty("suanwang.shared", ""), "data", "epoch", "ml_hardware.csv");
    if (!Files.isReadable(table)) {
      OUT.println("Epoch's table skipped: no data/epoch/ml_hardware.csv under -Dsuanwang.shared");
      figures.add("defects found in Epoch's table", "all known", "skipped: the table is missing");
      return;
    }
    List<Finding> warnings = warnings(Files.readAllBytes(table));
    Map<String, Integer> byRule = new TreeMap<>();
    warnings.forEach(f -> byRule.merge(f.rule(), 1, Integer::sum));
    OUT.println("Epoch's table: warned of " + byRule);
    int found = 0;
    for (Defect defect : DEFECTS) {
      Optional<Finding> finding = warnings.stream().filter(f -> isAbout(f, defect)).findFirst();
      found += finding.isPresent() ? 1 : 0;
      OUT.printf(
          Locale.ROOT,
          "%-10s %-18s %s%n",
          defect.row(),
          defect.claim(),
          finding.map(f -> f.rule() + ": " + f.message()).orElse("NOT FOUND"));
    }
    figures.add("defects found in Epoch's table", "all known", found + " of " + DEFECTS.size());
  }

  private static boolean isAbout(Finding finding, Defect defect) {
    return finding.rule().equals(defect.rule())
        && Catalog.subjectOf(finding.subject()).contains(defect.row())
        && finding.subject().contains(defect.claim());
  }

  private static List<Finding> warnings(byte[] table) {
    Catalog empty = Catalog.of(CatalogContent.empty());
    var upload =
        new Upload(
            ExchangeFormat.EPOCH, "bench", LocalDate.now(Clock.systemUTC()), Optional.empty());
    Reading reading = new UploadFile(PackageFiles.onClasspath()).read(upload, table, empty);
    Catalog catalog = empty.with(Increment.of(empty, reading.data().content()));
    OUT.printf(
        Locale.ROOT,
        "Epoch's table: %d accelerators, %d claims%n",
        catalog.accelerators().size(),
        catalog.claimCount());
    return IntegrityRules.check(catalog).all().stream()
        .filter(f -> f.severity() != Severity.INFO)
        .sorted(Comparator.comparing(Finding::rule))
        .toList();
  }
}
