package org.suanwang.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.suanwang.local");

  @Test
  void launcher_doesNotKnowTheTestSupport() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..testing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..testing..")
        .check(CLASSES);
  }

  @Test
  void testSupport_doesNotKnowTheLauncher() {
    noClasses()
        .that()
        .resideInAPackage("..testing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.suanwang.local.command..",
            "org.suanwang.local.home..",
            "org.suanwang.local.job..",
            "org.suanwang.local.postgres..",
            "org.suanwang.local.service..")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.suanwang.local.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
