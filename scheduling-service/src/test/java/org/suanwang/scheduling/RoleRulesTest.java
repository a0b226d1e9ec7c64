package org.suanwang.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every call names one role, and who names more than reading is listed here. */
class RoleRulesTest {
  /**
   * The calls that change what others rely on: none yet, runs and their inputs never change, and
   * what somebody needs is not deleted.
   */
  private static final List<String> FOR_OPERATORS = List.of();

  private static final List<JavaMethod> CALLS =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("org.suanwang.scheduling.rest")
              .stream()
              .flatMap(c -> c.getMethods().stream())
              .filter(m -> m.isMetaAnnotatedWith(HttpMethod.class))
              .toList();

  private static String name(JavaMethod call) {
    return call.getOwner().getSimpleName() + "." + call.getName();
  }

  private static String wanted(JavaMethod call) {
    if (call.isAnnotatedWith(GET.class)) {
      return "reader";
    }
    return FOR_OPERATORS.contains(name(call)) ? "operator" : "analyst";
  }

  private static List<String> named(JavaMethod call) {
    return call.tryGetAnnotationOfType(RolesAllowed.class)
        .map(r -> List.of(r.value()))
        .orElse(List.of());
  }

  @Test
  void everyCall_namesTheRoleThatIsMeant() {
    assertThat(CALLS).isNotEmpty();
    assertThat(CALLS)
        .allSatisfy(call -> assertThat(named(call)).as(name(call)).containsExactly(wanted(call)));
  }
}
