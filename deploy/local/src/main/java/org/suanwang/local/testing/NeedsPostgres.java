package org.suanwang.local.testing;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Skips the tests that start a service, with a message, when they are to run on a containerised
 * PostgreSQL and no container engine is there. Registered for all tests through {@code
 * META-INF/services}.
 */
public final class NeedsPostgres implements ExecutionCondition {
  private static final String NO_ENGINE =
      "-Dsuanwang.postgres=testcontainers, but no container engine answers";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean startsService = context.getTestClass().map(NeedsPostgres::isQuarkusTest).orElse(false);
    if (!startsService || PostgresChoice.fromProperty() == PostgresChoice.EMBEDDED) {
      return ConditionEvaluationResult.enabled("no container engine needed");
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return ConditionEvaluationResult.enabled("a container engine is there");
    }
    if (context.getTestMethod().isEmpty()) {
      // The build tool keeps the reason in its reports and shows only a count.
      System.err.println("SKIPPED " + context.getDisplayName() + ": " + NO_ENGINE);
    }
    return ConditionEvaluationResult.disabled(NO_ENGINE);
  }

  private static boolean isQuarkusTest(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .map(a -> a.annotationType().getSimpleName())
        .anyMatch(name -> name.equals("QuarkusTest") || name.equals("QuarkusIntegrationTest"));
  }
}
