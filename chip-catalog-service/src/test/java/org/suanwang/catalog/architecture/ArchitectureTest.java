package org.suanwang.catalog.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that the compiler does not know. */
class ArchitectureTest {
  private static final String BASE = "org.suanwang.catalog.";
  private static final int CLASS_LINES_MAX = 300;

  /** Each core package, and the core packages that it may use. */
  private static final Map<String, List<String>> ARROWS = arrows();

  private static Map<String, List<String>> arrows() {
    Map<String, List<String>> arrows = new LinkedHashMap<>();
    arrows.put("check", List.of());
    arrows.put("measure", List.of());
    arrows.put("provenance", List.of("measure"));
    arrows.put("accelerator", List.of("measure", "provenance"));
    arrows.put("catalog", List.of("measure", "provenance", "accelerator", "check"));
    arrows.put("integrity", List.of("measure", "provenance", "accelerator", "catalog", "check"));
    arrows.put(
        "query",
        List.of("measure", "provenance", "accelerator", "catalog", "check", "exportcontrol"));
    arrows.put("exportcontrol", List.of("measure"));
    return arrows;
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.suanwang.catalog");

  private static String[] core() {
    return ARROWS.keySet().stream().map(name -> BASE + name).toArray(String[]::new);
  }

  @Test
  void core_usesNothingButJavaAndItself() {
    classes()
        .that()
        .resideInAnyPackage(core())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..").or(resideInAnyPackage(core())))
        .check(CLASSES);
  }

  @Test
  void corePackages_dependAlongTheArrowsOnly() {
    ARROWS.forEach(
        (name, allowed) -> {
          String[] reachable =
              Stream.concat(Stream.of(name), allowed.stream())
                  .map(p -> BASE + p)
                  .toArray(String[]::new);
          classes()
              .that()
              .resideInAPackage(BASE + name)
              .should()
              .onlyDependOnClassesThat(
                  resideOutsideOfPackage("org.suanwang..").or(resideInAnyPackage(reachable)))
              .check(CLASSES);
        });
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.suanwang.catalog.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void core_readsNoClockAndDrawsNothing() {
    classes().that().resideInAnyPackage(core()).should(ClockAndChance.beLeftAlone()).check(CLASSES);
  }

  @Test
  void edges_doNotKnowEachOther() {
    List<String> edges = List.of("load", "store", "rest");
    for (String edge : edges) {
      String[] others =
          Stream.concat(edges.stream().filter(e -> !e.equals(edge)), Stream.of("boot"))
              .map(e -> BASE + e)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(BASE + edge)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(CLASSES);
    }
  }

  @Test
  void names_sayWhatThingsAre() {
    classes()
        .should()
        .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Processor)$")
        .andShould()
        .haveNameNotMatching(".*\\.Abstract\\w*")
        .check(CLASSES);
  }

  @Test
  void everyPackage_saysWhatItIs() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/suanwang/catalog"))) {
      assertThat(folders.filter(Files::isDirectory).filter(ArchitectureTest::holdsClasses))
          .allSatisfy(
              folder ->
                  assertThat(Files.readString(folder.resolve("package-info.java")))
                      .startsWith("/** ")
                      .contains("@NullMarked"));
    }
  }

  private static boolean holdsClasses(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void classes_stayReadable() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".java")))
          .allSatisfy(
              file ->
                  assertThat(Files.readAllLines(file))
                      .as("lines of %s", file)
                      .hasSizeLessThanOrEqualTo(CLASS_LINES_MAX));
    }
  }
}
