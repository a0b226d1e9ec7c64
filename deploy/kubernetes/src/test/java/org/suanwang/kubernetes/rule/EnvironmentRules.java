package org.suanwang.kubernetes.rule;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1EnvFromSource;
import io.kubernetes.client.openapi.models.V1Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/** The environment of a pod is the one its service reads: no name misspelt, none forgotten. */
public final class EnvironmentRules {

  /** Settings of Quarkus itself that no application.properties of ours names. */
  private static final Set<String> OF_QUARKUS =
      Set.of(
          "QUARKUS_DATASOURCE_PASSWORD",
          "QUARKUS_FLYWAY_CONNECT_RETRIES",
          "QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL",
          "QUARKUS_OIDC_AUTH_SERVER_URL",
          "QUARKUS_OIDC_TOKEN_AUDIENCE");

  private static final Set<String> ALWAYS =
      Set.of("QUARKUS_HTTP_HOST", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");

  private EnvironmentRules() {}

  /** Every variable the pod sets is one the service reads. */
  public static List<Finding> variablesAreReadByTheService(
      Manifests manifests, ServiceSource service) {
    List<Finding> findings = new ArrayList<>();
    for (String variable : environment(manifests, service.name()).keySet()) {
      if (!service.variables().contains(variable) && !OF_QUARKUS.contains(variable)) {
        findings.add(new Finding(service.name(), variable + " is read by nobody"));
      }
    }
    return findings;
  }

  /** Every variable without a default that works in a cluster is set. */
  public static List<Finding> neededVariablesAreSet(Manifests manifests, ServiceSource service) {
    List<Finding> findings = new ArrayList<>();
    Set<String> set = environment(manifests, service.name()).keySet();
    List<String> needed = new ArrayList<>(ALWAYS);
    needed.addAll(service.addresses());
    for (String variable : needed) {
      if (!set.contains(variable)) {
        findings.add(new Finding(service.name(), variable + " is not set"));
      }
    }
    if (!"0.0.0.0".equals(environment(manifests, service.name()).get("QUARKUS_HTTP_HOST"))) {
      findings.add(new Finding(service.name(), "listens on loopback, where no probe reaches it"));
    }
    return findings;
  }

  /** The container listens where the service does. */
  public static List<Finding> portIsTheServicesOwn(Manifests manifests, ServiceSource service) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : workloads(manifests, service.name())) {
      if (workload.findPort("http").filter(p -> p == service.port()).isEmpty()) {
        findings.add(
            new Finding(workload.subject(), "port http is not " + service.port() + ", as served"));
      }
    }
    return findings;
  }

  /** Every address in a ConfigMap is a rendered Service and one of its ports. */
  public static List<Finding> addressesLeadToServices(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1ConfigMap map : manifests.all(V1ConfigMap.class)) {
      Absent.orNone(map.getData())
          .forEach(
              (variable, value) -> {
                if (variable.endsWith("_URL") && !isServed(manifests, value)) {
                  findings.add(
                      new Finding(
                          "ConfigMap " + map.getMetadata().getName(),
                          variable + " leads to no rendered Service: " + value));
                }
              });
    }
    return findings;
  }

  private static boolean isServed(Manifests manifests, String address) {
    URI uri = URI.create(address.replaceFirst("^jdbc:", ""));
    return manifests
        .find(V1Service.class, uri.getHost())
        .filter(
            s ->
                Absent.orNone(s.getSpec().getPorts()).stream()
                    .anyMatch(p -> p.getPort() == uri.getPort()))
        .isPresent();
  }

  /** Name and value of every variable; the value is empty where a Secret holds it. */
  static Map<String, String> environment(Manifests manifests, String service) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Workload workload : workloads(manifests, service)) {
      for (V1Container container : workload.containers()) {
        for (V1EnvFromSource source : Absent.orNone(container.getEnvFrom())) {
          if (source.getConfigMapRef() != null) {
            manifests
                .find(V1ConfigMap.class, source.getConfigMapRef().getName())
                .ifPresent(c -> environment.putAll(Absent.orNone(c.getData())));
          }
        }
        Absent.orNone(container.getEnv())
            .forEach(
                v -> environment.put(v.getName(), Objects.requireNonNullElse(v.getValue(), "")));
      }
    }
    return environment;
  }

  private static List<Workload> workloads(Manifests manifests, String service) {
    return manifests.workloads().stream().filter(w -> w.name().equals(service)).toList();
  }
}
