package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;

/** A package with a mistake is refused, and told file, line, rule and remedy of all of them. */
class DataPackageLoaderTest {
  private final Map<String, String> files = new HashMap<>();

  DataPackageLoaderTest() {
    files.put(
        "p/package.yaml",
        """
        id: p
        version: "1"
        title: t
        licence: l
        released: 2026-01-01
        files:
          - sources/s.yaml
          - vendors/v.yaml
          - accelerators/a.yaml
        """);
    files.put(
        "p/sources/s.yaml",
        """
        id: s
        title: t
        publisher: p
        tier: PRESS
        date: 2025-01-01
        """);
    files.put("p/vendors/v.yaml", "id: v\nname: V\naliases: []\ncountry: CN\n");
    files.put("p/accelerators/a.yaml", accelerator("printed: \"<30W\"", "status: OK"));
  }

  private static String accelerator(String print, String status) {
    return """
        id: a
        name: A
        aliases: []
        vendor: v
        scope: BOARD
        figures:
          - source: s
            place: figure 5
            row: A
            cells:
              TDP:
                %s
                %s
        """
        .formatted(print, status);
  }

  private DataPackage load() {
    return new DataPackageLoader(name -> Optional.ofNullable(files.get(name))).load("p");
  }

  private List<Violation> violations() {
    var thrown = new InvalidInputException[1];
    assertThatThrownBy(this::load)
        .isInstanceOfSatisfying(InvalidInputException.class, e -> thrown[0] = e);
    return thrown[0].violations();
  }

  @Test
  void soundPackage_isLoaded() {
    assertThat(load().content().claims()).hasSize(1);
    assertThat(load().contentHash()).isEqualTo(load().contentHash());
  }

  @Test
  void unreadableQuantity_isToldWithFileAndLine() {
    files.put("p/accelerators/a.yaml", accelerator("printed: \"30 horses\"", "status: OK"));
    assertThat(violations())
        .extracting(Violation::field)
        .containsExactly("p/accelerators/a.yaml:12 printed");
  }

  @Test
  void unknownStatus_isToldWithTheKnownOnes() {
    files.put("p/accelerators/a.yaml", accelerator("printed: 30W", "status: FINE"));
    assertThat(violations().getFirst().remedy()).contains("UNVERIFIED");
  }

  @Test
  void footnoteMarkWithoutFootnote_isRefused() {
    files.put("p/accelerators/a.yaml", accelerator("printed: 400W*", "status: OK"));
    assertThat(violations().getFirst().rule()).contains("footnote");
  }

  @Test
  void severalMistakes_areAllTold() {
    files.put("p/sources/s.yaml", "id: s\ntitle: t\ntier: RUMOUR\ndate: tomorrow\n");
    files.put("p/vendors/v.yaml", "id: w\nname: V\naliases: []\ncountry: CN\nplanet: earth\n");
    assertThat(violations())
        .extracting(Violation::field)
        .contains(
            "p/sources/s.yaml:1 publisher",
            "p/sources/s.yaml:3 tier",
            "p/sources/s.yaml:4 date",
            "p/vendors/v.yaml:1 id",
            "p/vendors/v.yaml:5 planet");
  }

  @Test
  void brokenYaml_isToldWithItsLine() {
    files.put("p/vendors/v.yaml", "id: v\nname: \"V\ncountry: CN\n");
    assertThat(violations().getFirst().field()).startsWith("p/vendors/v.yaml:");
  }

  @Test
  void listedFileThatIsNotThere_isTold() {
    files.remove("p/vendors/v.yaml");
    assertThat(violations().getFirst().field()).isEqualTo("p/vendors/v.yaml");
  }

  @Test
  void yamlThatAsksForAClass_makesNoObject() {
    files.put("p/vendors/v.yaml", "!!javax.script.ScriptEngineManager [x]\n");
    assertThat(violations()).isNotEmpty();
  }
}
