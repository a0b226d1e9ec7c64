package org.suanwang.market.boot;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.suanwang.market.bridge.EquivalenceSource;
import org.suanwang.market.scenario.ModelVersion;

/**
 * Ready means that the data is loaded and checked. The catalogue's absence is told and does not
 * make the service unready: it answers without.
 */
@Readiness
@ApplicationScoped
class DataReadiness implements HealthCheck {
  private final StoredLibrary library;
  private final EquivalenceSource equivalences;

  DataReadiness(StoredLibrary library, EquivalenceSource equivalences) {
    this.library = library;
    this.equivalences = equivalences;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("data is loaded and checked");
    library
        .own()
        .forEach(
            model -> {
              ModelVersion version = model.version();
              response.withData(version.id(), version.version());
            });
    return response
        .withData("catalogue", equivalences.last().name())
        .status(!library.own().isEmpty())
        .build();
  }
}
