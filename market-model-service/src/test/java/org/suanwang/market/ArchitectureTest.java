package org.suanwang.market;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that can be read from the classes. */
class ArchitectureTest {
  private static final String BASE = "org.suanwang.market.";
  private static final List<String> CORE =
      List.of(
          "check",
          "quantity",
          "parameter",
          "distribution",
          "formula",
          "model",
          "scenario",
          "program",
          "evaluation",
          "comparison",
          "uncertainty",
          "sensitivity",
          "goalseek",
          "backtest",
          "bridge",
          "catalogue");
  private static final List<String> EDGES = List.of("load", "store", "client", "workbook", "rest");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.suanwang.market");

  private static String[] core() {
    return CORE.stream().map(name -> BASE + name + "..").toArray(String[]::new);
  }

  @Test
  void core_knowsOnlyJavaItselfAndNumbers() {
    String[] allowed =
        Stream.concat(
                Stream.of(core()),
                Stream.of(
                    "java..",
                    "org.jspecify.annotations..",
                    "org.apache.commons.numbers..",
                    "org.apache.commons.rng..",
                    "org.apache.commons.statistics..",
                    "org.hipparchus.."))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAnyPackage(core())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }

  @Test
  void coreArrows_pointOneWay() {
    for (int i = 0; i < CORE.size(); i++) {
      String[] later =
          CORE.subList(i + 1, CORE.size()).stream()
              .map(name -> BASE + name + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(BASE + CORE.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .check(CLASSES);
      }
    }
  }

  @Test
  void edges_doNotKnowEachOther() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String edge : EDGES) {
      layers = layers.layer(edge).definedBy(BASE + edge + "..");
    }
    layers = layers.layer("boot").definedBy(BASE + "boot..");
    for (String edge : EDGES) {
      layers = layers.whereLayer(edge).mayOnlyBeAccessedByLayers("boot");
    }
    layers.whereLayer("boot").mayNotBeAccessedByAnyLayer().check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void core_hasNoClockAndNoChance() {
    classes().that().resideInAnyPackage(core()).should(new OwnResultsOnly()).check(CLASSES);
  }

  /** In a native executable only the methods of these classes can be read. */
  @Test
  void everyResource_tellsItsQueryParameters() {
    var register = RegisterForReflection.class;
    Class<?>[] readable =
        CLASSES.get(BASE + "rest.QueryParameters").getAnnotationOfType(register).targets();
    assertThat(
            CLASSES.stream()
                .filter(c -> c.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .filter(c -> c.getPackageName().equals(BASE + "rest"))
                .map(JavaClass::getName))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(readable).map(Class::getName).toList());
  }

  @Test
  void names_sayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Processor)")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .check(CLASSES);
  }

  @Test
  void everyPackage_saysWhatItHolds() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src", "main", "java"))) {
      assertThat(folders.filter(ArchitectureTest::holdsClasses))
          .isNotEmpty()
          .allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
    }
  }

  @Test
  void files_stayShort() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
      }
    }
  }

  private static boolean holdsClasses(Path folder) {
    try (Stream<Path> children = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return children.anyMatch(child -> child.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
