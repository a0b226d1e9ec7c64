package org.suanwang.scheduling.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.suanwang.scheduling.cluster.CatalogVersion;
import org.suanwang.scheduling.cluster.DeviceTypeSnapshot;
import org.suanwang.scheduling.cluster.KnownDeviceTypes;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.simulation.Simulation;

/**
 * Ready when the policies and the database are there. The catalogue need not answer: the last known
 * version of it, or none, is told and does not make the service unready.
 */
@Readiness
@ApplicationScoped
public class DataReadiness implements HealthCheck {
  private final KnownDeviceTypes known;

  DataReadiness(KnownDeviceTypes known) {
    this.known = known;
  }

  @Override
  public HealthCheckResponse call() {
    List<String> policies = Policies.all().stream().map(SchedulingPolicy::name).toList();
    String catalog =
        known.find().map(DeviceTypeSnapshot::version).map(CatalogVersion::id).orElse("none yet");
    return HealthCheckResponse.named("data is loaded and checked")
        .status(!policies.isEmpty())
        .withData("rulesVersion", Simulation.RULES_VERSION)
        .withData("policies", String.join(", ", policies))
        .withData("lastKnownCatalogVersion", catalog)
        .build();
  }
}
