package org.suanwang.market.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;

/** A shipped model with the unit of any one variable changed is refused. */
class UnitMutantsTest {
  private static final Pattern UNIT = Pattern.compile("(?m)^unit: \"(.*)\"$");

  @ParameterizedTest
  @MethodSource("org.suanwang.market.load.ShippedModels#ids")
  void everyVariablesUnit_isKnownFromItsFormula(String id) {
    List<SourceFile> files = PackageFiles.load(id);
    int mutants = 0;
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i);
      if (file.path().startsWith("variables/")) {
        String changed = UNIT.matcher(file.text()).replaceFirst("unit: \"($1).centre\"");
        assertThat(changed).isNotEqualTo(file.text());
        var mutant = new ArrayList<>(files);
        mutant.set(i, new SourceFile(file.path(), changed));
        assertRefused(file.path(), mutant);
        mutants++;
      }
    }
    assertThat(mutants).isPositive();
  }

  private static void assertRefused(String path, List<SourceFile> mutant) {
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> ModelReader.read(mutant, Instant.EPOCH));
    assertThat(e).as(path).isNotNull();
    assertThat(e.violations())
        .as(path)
        .anyMatch(v -> v.field().startsWith(path) && isTellingBothUnits(v));
  }

  private static boolean isTellingBothUnits(Violation violation) {
    return (violation.rule().startsWith("unit-mismatch")
            || violation.rule().startsWith("share-unit"))
        && violation.rule().contains("centre")
        && !violation.remedy().isBlank();
  }
}
