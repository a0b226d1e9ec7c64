package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.evaluation.ModelFindings;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Finding;
import org.suanwang.market.model.Severity;
import org.suanwang.market.parameter.Tier;
import org.suanwang.market.scenario.PublishedModel;

class DataPackageTest {
  private static final Path DATA = Path.of("src", "main", "resources", "data");

  @Test
  void everyPackage_isLoadedAtStart() throws IOException {
    try (Stream<Path> folders = Files.list(DATA)) {
      assertThat(ShippedModels.ids())
          .containsExactlyInAnyOrderElementsOf(
              folders.map(folder -> folder.getFileName().toString()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#ids")
  void manifest_listsExactlyTheFilesOfTheFolder(String id) throws IOException {
    Path folder = DATA.resolve(id);
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> found =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      assertThat(PackageFiles.load(id))
          .extracting(SourceFile::path)
          .containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#ids")
  void fileName_isTheConceptsName(String id) {
    for (SourceFile file : PackageFiles.load(id)) {
      if (!file.path().equals(ModelReader.MANIFEST)) {
        String name = Path.of(file.path()).getFileName().toString().replace(".yaml", "");
        assertThat(file.text()).startsWith("name: " + name + "\n");
      }
    }
  }

  @Test
  void bothReadingsOf8873_areAFinding() {
    List<Finding> findings = ModelFindings.find(DongwuModel.MODEL);
    assertThat(findings)
        .filteredOn(f -> f.rule().equals("rounding-decides"))
        .extracting(Finding::message)
        .anyMatch(m -> m.contains("8873") && m.contains("8874") && m.contains("4778.2"));
  }

  @Test
  void differingPrints_areFindings_andAgreeingOnesAreNot() {
    List<String> differing =
        ModelFindings.find(DongwuModel.MODEL).stream()
            .filter(f -> f.rule().equals("printed-value-differs"))
            .map(Finding::subject)
            .toList();
    assertThat(differing)
        .containsExactlyInAnyOrder(
            "a100_bandwidth",
            "dcu_fp64_from_clock",
            "dcu_fp32_from_clock",
            "mi250_bandwidth",
            "training_energy_ratio");
  }

  /**
   * The report is cited for formulas it states or whose result it prints. The one exception is told
   * in words only: "more than twice" as many transistors.
   */
  @Test
  void reportIsCited_onlyForWhatItSays() {
    assertThat(DongwuModel.MODEL.model().variables())
        .filteredOn(v -> v.citation().tier() == Tier.BROKER && v.reported() == null)
        .extracting(Variable::name)
        .containsExactly("transistor_ratio");
    assertThat(DongwuModel.MODEL.model().variables())
        .filteredOn(v -> v.name().equals("bottom_up_fee"))
        .allMatch(v -> v.citation().tier() == Tier.OWN && v.rationale() != null);
    assertThat(DongwuModel.MODEL.model().findGiven("utilisation_found").orElseThrow().value())
        .matches(value -> value.citation().tier() == Tier.OWN);
  }

  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#all")
  void publishedModel_hasNoErrors(PublishedModel model) {
    assertThat(ModelFindings.find(model)).noneMatch(f -> f.severity() == Severity.ERROR);
  }

  /** The model as of 2024 is there to be tested by what came; shocks would only widen it. */
  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#all")
  void reportsThreeRisks_areScenarios(PublishedModel model) {
    if (!model.version().id().equals("compute-outlook-2024")) {
      for (String risk : List.of("risk-policy", "risk-technology", "risk-ai")) {
        assertThat(model.findScenario(risk)).as(risk).isPresent();
        assertThat(model.resolve(risk).overrides()).isNotEmpty();
      }
    }
  }
}
