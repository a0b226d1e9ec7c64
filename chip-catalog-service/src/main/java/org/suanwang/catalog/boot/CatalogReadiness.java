package org.suanwang.catalog.boot;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;

/** Ready means: data is loaded and checked, and this version is served. */
@Readiness
@ApplicationScoped
class CatalogReadiness implements HealthCheck {
  private final CurrentCatalog current;

  CatalogReadiness(CurrentCatalog current) {
    this.current = current;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("data is loaded and checked");
    return current.find().map(published -> up(answer, published)).orElseGet(answer.down()::build);
  }

  private static HealthCheckResponse up(
      HealthCheckResponseBuilder answer, PublishedCatalog published) {
    answer
        .up()
        .withData("version", published.version().id())
        .withData("accelerators", published.catalog().accelerators().size())
        .withData("claims", published.catalog().claimCount());
    if (published.check().isDone()) {
      answer.withData("findings", published.findings().size());
    }
    return answer.build();
  }
}
