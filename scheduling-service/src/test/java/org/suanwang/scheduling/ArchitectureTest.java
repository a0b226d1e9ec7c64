package org.suanwang.scheduling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The rules of the house that can be read from the class files. */
class ArchitectureTest {
  private static final String ROOT = "org.suanwang.scheduling.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.suanwang.scheduling");
  private static final String[] CORE = {
    ROOT + "check..",
    ROOT + "network..",
    ROOT + "inference..",
    ROOT + "workload..",
    ROOT + "energy..",
    ROOT + "cluster..",
    ROOT + "queue..",
    ROOT + "outage..",
    ROOT + "calendar..",
    ROOT + "throughput..",
    ROOT + "policy..",
    ROOT + "cycle..",
    ROOT + "packing..",
    ROOT + "linear..",
    ROOT + "rounds..",
    ROOT + "simulation..",
    ROOT + "metrics..",
    ROOT + "diff..",
    ROOT + "explanation..",
    ROOT + "settlement..",
    ROOT + "bound..",
    ROOT + "experiment.."
  };

  private static final String[] BELOW_METRICS = {
    "network",
    "inference",
    "workload",
    "energy",
    "cluster",
    "queue",
    "policy",
    "cycle",
    "simulation"
  };

  private static final String[] BELOW_SIMULATION = {
    "network",
    "workload",
    "energy",
    "cluster",
    "queue",
    "outage",
    "calendar",
    "throughput",
    "policy",
    "cycle",
    "rounds"
  };

  private static final String[] BELOW_EXPLANATION = {
    "workload", "cluster", "queue", "calendar", "throughput", "policy", "cycle", "simulation"
  };

  @Test
  void core_knowsOnlyTheJdkMathematicsAndItself() {
    List<String> allowed =
        Stream.concat(
                Stream.of(CORE),
                Stream.of("java..", "org.jspecify..", "org.apache.commons.statistics.."))
            .toList();
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void arrows_pointOneWay() {
    layers()
        .whereLayer("network")
        .mayNotAccessAnyLayer()
        .whereLayer("inference")
        .mayOnlyAccessLayers("network")
        .whereLayer("workload")
        .mayOnlyAccessLayers("network", "inference")
        .whereLayer("energy")
        .mayNotAccessAnyLayer()
        .whereLayer("cluster")
        .mayOnlyAccessLayers("network", "workload", "energy")
        .whereLayer("queue")
        .mayOnlyAccessLayers("workload")
        .whereLayer("outage")
        .mayOnlyAccessLayers("workload", "cluster")
        .whereLayer("calendar")
        .mayOnlyAccessLayers("workload", "cluster", "outage")
        .whereLayer("throughput")
        .mayOnlyAccessLayers("workload", "cluster")
        .whereLayer("policy")
        .mayOnlyAccessLayers("workload", "cluster")
        .whereLayer("cycle")
        .mayOnlyAccessLayers("workload", "cluster", "queue", "policy")
        .whereLayer("packing")
        .mayOnlyAccessLayers("workload", "cluster", "policy")
        .whereLayer("linear")
        .mayNotAccessAnyLayer()
        .whereLayer("rounds")
        .mayOnlyAccessLayers("workload", "linear")
        .whereLayer("simulation")
        .mayOnlyAccessLayers(BELOW_SIMULATION)
        .whereLayer("metrics")
        .mayOnlyAccessLayers(BELOW_METRICS)
        .whereLayer("diff")
        .mayOnlyAccessLayers("workload", "cluster", "queue", "cycle", "simulation", "metrics")
        .whereLayer("explanation")
        .mayOnlyAccessLayers(BELOW_EXPLANATION)
        .whereLayer("settlement")
        .mayOnlyAccessLayers("network", "workload", "cluster", "metrics")
        .whereLayer("bound")
        .mayOnlyAccessLayers(
            "workload",
            "cluster",
            "throughput",
            "policy",
            "cycle",
            "simulation",
            "outage",
            "calendar",
            "linear")
        .whereLayer("experiment")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("edges")
        .mayNotBeAccessedByAnyLayer()
        .ignoreDependency(
            DescribedPredicate.describe("edges", c -> isEdge(c.getPackageName())),
            DescribedPredicate.alwaysTrue())
        .check(CLASSES);
  }

  private static Architectures.LayeredArchitecture layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("network")
        .definedBy(ROOT + "network..")
        .layer("inference")
        .definedBy(ROOT + "inference..")
        .layer("workload")
        .definedBy(ROOT + "workload..")
        .layer("energy")
        .definedBy(ROOT + "energy..")
        .layer("cluster")
        .definedBy(ROOT + "cluster..")
        .layer("queue")
        .definedBy(ROOT + "queue..")
        .layer("outage")
        .definedBy(ROOT + "outage..")
        .layer("calendar")
        .definedBy(ROOT + "calendar..")
        .layer("throughput")
        .definedBy(ROOT + "throughput..")
        .layer("policy")
        .definedBy(ROOT + "policy..")
        .layer("cycle")
        .definedBy(ROOT + "cycle..")
        .layer("packing")
        .definedBy(ROOT + "packing..")
        .layer("linear")
        .definedBy(ROOT + "linear..")
        .layer("rounds")
        .definedBy(ROOT + "rounds..")
        .layer("simulation")
        .definedBy(ROOT + "simulation..")
        .layer("metrics")
        .definedBy(ROOT + "metrics..")
        .layer("diff")
        .definedBy(ROOT + "diff..")
        .layer("explanation")
        .definedBy(ROOT + "explanation..")
        .layer("settlement")
        .definedBy(ROOT + "settlement..")
        .layer("bound")
        .definedBy(ROOT + "bound..")
        .layer("experiment")
        .definedBy(ROOT + "experiment..")
        .layer("edges")
        .definedBy(
            ROOT + "load..", ROOT + "store..", ROOT + "rest..", ROOT + "client..", ROOT + "boot..");
  }

  private static boolean isEdge(String name) {
    return Set.of("load", "store", "rest", "client", "boot")
        .contains(name.substring(Math.min(name.length(), ROOT.length())));
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void edges_doNotKnowEachOther() {
    List<String> edges = List.of("load", "store", "rest", "client");
    for (String edge : edges) {
      String[] others =
          Stream.concat(edges.stream().filter(e -> !e.equals(edge)), Stream.of("boot"))
              .map(e -> ROOT + e + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + edge + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(CLASSES);
    }
  }

  @Test
  void core_hasNoWallClockAndNoUnseededRandomness() {
    classes().that().resideInAnyPackage(CORE).should(ClockAndChance.beLeftAlone()).check(CLASSES);
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
  void sources_arePackageDocumentedAndShort() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Path packageInfo = file.resolveSibling("package-info.java");
        Assertions.assertThat(packageInfo).exists();
        Assertions.assertThat(Files.readString(packageInfo)).contains("@NullMarked");
        Assertions.assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(350);
      }
    }
  }
}
