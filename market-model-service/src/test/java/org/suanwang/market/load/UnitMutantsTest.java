package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;

/** A shipped model with the unit of any one variable or parameter changed is refused. */
class UnitMutantsTest {
  private static final Pattern UNIT = Pattern.compile("(?m)^unit: \"(.*)\"$");

  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#ids")
  void everyVariablesUnit_isKnownFromItsFormula(String id) {
    List<SourceFile> files = PackageFiles.load(id);
    List<SourceFile> mutated =
        files.stream().filter(file -> file.path().startsWith("variables/")).toList();
    assertThat(mutated)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(violations(files, file)).anyMatch(v -> isOf(file, v)));
  }

  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#ids")
  void everyUnitOfAParameterThatAFormulaReads_isKnownFromIt(String id) {
    List<SourceFile> files = PackageFiles.load(id);
    Set<String> read =
        ShippedModels.require(id).model().variables().stream()
            .flatMap(v -> v.expression().references().stream())
            .map(reference -> reference.key().replaceFirst("@.*", ""))
            .collect(Collectors.toSet());
    List<SourceFile> mutated =
        files.stream()
            .filter(file -> file.path().startsWith("parameters/"))
            .filter(file -> read.contains(file.path().replaceAll(".*/|\\.yaml$", "")))
            .toList();
    assertThat(mutated)
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(violations(files, file)).anyMatch(UnitMutantsTest::isTelling));
  }

  /** What is said of the model with the unit of one file changed. */
  private static List<Violation> violations(List<SourceFile> files, SourceFile file) {
    String changed = UNIT.matcher(file.text()).replaceFirst("unit: \"($1).centre\"");
    assertThat(changed).isNotEqualTo(file.text());
    var mutant = new ArrayList<>(files);
    mutant.set(files.indexOf(file), new SourceFile(file.path(), changed));
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> ModelReader.read(mutant, Instant.EPOCH));
    assertThat(e).as(file.path()).isNotNull();
    return e.violations();
  }

  private static boolean isOf(SourceFile file, Violation violation) {
    return violation.field().startsWith(file.path()) && isTelling(violation);
  }

  /** The formula or its part, both units, and what to do. */
  private static boolean isTelling(Violation violation) {
    return violation.rule().startsWith("unit-mismatch")
        && violation.rule().contains("\"")
        && violation.rule().contains("centre")
        && !violation.remedy().isBlank();
  }
}
