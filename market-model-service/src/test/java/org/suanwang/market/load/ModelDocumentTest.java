package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.comparison.ModelComparison;
import org.suanwang.market.parameter.Origin;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.scenario.ModelLibrary.ScenarioFork;
import org.suanwang.market.scenario.PublishedModel;

/** A model is the same model after its document was read again. */
class ModelDocumentTest {
  private static final Instant TODAY = Instant.parse("2026-01-01T00:00:00Z");

  static List<String> shipped() {
    return ShippedModels.ids();
  }

  private static PublishedModel read(String document) {
    return ModelReader.read(List.of(new SourceFile("model.yaml", document)), TODAY);
  }

  private static void assertSame(PublishedModel before, PublishedModel after) {
    ModelComparison comparison = ModelComparison.of(before, after, null);
    assertThat(comparison.parts()).isEmpty();
    assertThat(comparison.outputs()).isEmpty();
    assertThat(after.model().parameters())
        .extracting(Parameter::topic)
        .containsExactlyElementsOf(
            before.model().parameters().stream().map(Parameter::topic).toList());
    assertThat(after.realisations())
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Origin.class)
        .isEqualTo(before.realisations());
    assertThat(after.roles())
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Origin.class)
        .isEqualTo(before.roles());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedModel_isTheSameFromItsDocument(String id) {
    ModelDocument document = ModelDocument.of(PackageFiles.load(id));
    assertSame(ShippedModels.require(id), read(document.yaml()));
    assertSame(ShippedModels.require(id), read(document.json()));
  }

  @Test
  void postedDocument_isThatVeryText() {
    String text = "# as I wrote it\nid: own\ntitle: 'T'\n";
    assertThat(ModelDocument.of(List.of(new SourceFile("model.yaml", text))).yaml())
        .isEqualTo(text);
  }

  @Test
  void fork_isADocumentWithItsOwnIdAndOneScenarioMore() {
    var fork =
        new ScenarioFork(
            "mine",
            "Mine",
            "more",
            "{\"name\": \"more\", \"label\": \"L\", \"description\": \"D\"}");
    List<SourceFile> files = ForkedFiles.of(PackageFiles.load("cooling-energy"), "a@b", fork);
    PublishedModel model = read(ModelDocument.of(files).yaml());
    assertThat(model.model().id()).isEqualTo("mine");
    assertThat(model.model().title()).isEqualTo("Mine");
    assertThat(model.scenarios())
        .hasSize(ShippedModels.require("cooling-energy").scenarios().size() + 1);
    assertSame(ModelReader.read(files, TODAY), model);
  }
}
