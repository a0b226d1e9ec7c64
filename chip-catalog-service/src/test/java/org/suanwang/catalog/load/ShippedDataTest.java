package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;

/** What holds of all the data that the service is shipped with. */
class ShippedDataTest {
  private static final Path DATA = Path.of("src/main/resources/data");
  private static final List<String> PACKAGES = ShippedData.PACKAGES;

  private final Catalog catalog = ShippedData.catalog();

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void manifest_namesExactlyTheFilesOfTheFolder(String name) throws IOException {
    Path folder = DATA.resolve(name);
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> there =
          files
              .filter(Files::isRegularFile)
              .map(f -> folder.relativize(f).toString())
              .filter(f -> !f.equals("package.yaml"))
              .sorted()
              .toList();
      List<String> listed =
          Files.readAllLines(folder.resolve("package.yaml")).stream()
              .filter(line -> line.startsWith("  - "))
              .map(line -> line.substring(4))
              .sorted()
              .toList();
      assertThat(listed).isEqualTo(there);
    }
  }

  @Test
  void packages_areThoseThatTheServiceLoads() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
        .contains("suanwang.catalog.packages=" + String.join(",", PACKAGES));
  }

  @Test
  void catalogue_hasTheAcceleratorsOfTheWorld() {
    assertThat(catalog.accelerators()).hasSizeGreaterThanOrEqualTo(230);
    assertThat(catalog.accelerators())
        .filteredOn(a -> country(a).equals("CN"))
        .hasSizeGreaterThanOrEqualTo(75);
  }

  private String country(Accelerator accelerator) {
    return catalog.findVendor(accelerator.vendorId()).orElseThrow().country();
  }

  @Test
  void everyKindOfItem_isThere() {
    for (Item.Kind kind : Item.Kind.values()) {
      assertThat(catalog.items(kind)).as(kind.name()).isNotEmpty();
    }
  }

  @Test
  void data_hasNoError() {
    assertThat(IntegrityRules.check(catalog).all())
        .filteredOn(f -> f.severity() == Severity.ERROR)
        .isEmpty();
  }

  /** A warning is either put right, or somebody has looked at it and says what is in doubt. */
  @Test
  void everyWarning_hasBeenLookedAt() {
    assertThat(IntegrityRules.check(catalog).all())
        .filteredOn(f -> f.severity() == Severity.WARNING)
        .allSatisfy(f -> assertThat(isDoubted(f)).as(f.toString()).isTrue());
  }

  private boolean isDoubted(Finding finding) {
    Dossier dossier = catalog.findDossier(Catalog.subjectOf(finding.subject())).orElseThrow();
    return dossier.verdicts().stream()
        .filter(v -> v.status() != CellStatus.OK)
        .map(Verdict::claimId)
        .anyMatch(id -> id.equals(finding.subject()) || finding.subject().indexOf('.') < 0);
  }

  @Test
  void figureEleven_isThereCellByCell() {
    assertThat(cells("hygon-shensuan-1")).hasSize(14);
    assertThat(cells("nvidia-a100-80gb-sxm")).hasSize(14);
    assertThat(catalog.findDossier("amd-mi100").orElseThrow().verdicts())
        .extracting(Verdict::status)
        .contains(CellStatus.MISSING);
  }

  private List<String> cells(String id) {
    Dossier dossier = catalog.findDossier(id).orElseThrow();
    return dossier.claims().stream()
        .filter(c -> dossier.findVerdict(c.id()).isPresent())
        .filter(ShippedDataTest::isOfFigureEleven)
        .map(c -> String.valueOf(c.locator().column()))
        .distinct()
        .toList();
  }

  private static boolean isOfFigureEleven(Claim<Fact> claim) {
    return claim.locator().place().equals("figure 11");
  }
}
