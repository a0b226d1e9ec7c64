package org.suanwang.kubernetes;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.suanwang.kubernetes.manifest.Manifests;

/**
 * Spoilt objects around the pods: selectors, ports, budgets, sources of the environment, labels.
 */
final class ObjectMutations {

  private static final String NAME = "app.kubernetes.io/name";
  private static final String SERVICE = "market-model-service";
  private static final String SOURCES = "environment sources exist";

  private ObjectMutations() {}

  static List<Mutation> all() {
    return Stream.of(
            namesAndSelectors(),
            portsAndPolicies(),
            sourcesAndAddresses(),
            labelsAndMetrics(),
            updatesAndDrains())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutation> namesAndSelectors() {
    return List.of(
        change(
            "names are valid and unique",
            "capital letters",
            "no DNS label",
            V1Service.class,
            s -> s.getMetadata().setName("Market")),
        change(
            "names are valid and unique",
            "another's name",
            "Service scheduling-service: its name is taken",
            V1Service.class,
            s -> s.getMetadata().setName("scheduling-service")),
        new Mutation(
            "a StatefulSet has its Service",
            "not headless",
            "Service postgresql is not rendered or not headless",
            m -> {
              m.require(V1Service.class, "postgresql").getSpec().setClusterIP(null);
              return m;
            }),
        change(
            "workloads select their own pods",
            "other labels in the template",
            "Deployment market-model-service",
            V1Deployment.class,
            d -> d.getSpec().getTemplate().getMetadata().putLabelsItem(NAME, "other")),
        change(
            "workloads select nobody else's",
            "a selector that is too wide",
            "matches pods of StatefulSet postgresql",
            V1Deployment.class,
            d ->
                d.getSpec()
                    .getSelector()
                    .setMatchLabels(Map.of("app.kubernetes.io/part-of", "suanwang"))),
        change(
            "a Service selects one workload",
            "misspelt selector",
            "0 workloads",
            V1Service.class,
            s -> s.getSpec().putSelectorItem(NAME, "marked")),
        change(
            "a Service selects one workload",
            "selects everything",
            "4 workloads",
            V1Service.class,
            s -> s.getSpec().setSelector(Map.of("app.kubernetes.io/part-of", "suanwang"))));
  }

  private static List<Mutation> portsAndPolicies() {
    return List.of(
        change(
            "disruption budgets match pods",
            "misspelt selector",
            "matches no pod",
            V1PodDisruptionBudget.class,
            b -> b.getSpec().getSelector().putMatchLabelsItem(NAME, "marked")),
        change(
            "network policies match pods",
            "misspelt selector",
            "matches no pod",
            V1NetworkPolicy.class,
            p -> p.getSpec().getPodSelector().putMatchLabelsItem(NAME, "marked")),
        change(
            "target ports resolve",
            "a name no container has",
            "target port web",
            V1Service.class,
            s -> s.getSpec().getPorts().getFirst().setTargetPort(new IntOrString("web"))),
        change(
            "target ports resolve",
            "no target and another number",
            "target port 80",
            V1Service.class,
            s -> s.getSpec().getPorts().getFirst().port(80).setTargetPort(null)),
        change(
            "Service ports are named",
            "no name",
            "is not named http",
            V1Service.class,
            s -> s.getSpec().getPorts().getFirst().setName(null)),
        remove("ServiceAccounts exist", "account gone", "not rendered", V1ServiceAccount.class));
  }

  private static List<Mutation> sourcesAndAddresses() {
    return List.of(
        new Mutation(
            SOURCES,
            "Secret gone",
            "QUARKUS_DATASOURCE_PASSWORD: Secret",
            m -> m.without(secretOf(m))),
        new Mutation(
            SOURCES,
            "key gone",
            "has no key password",
            m -> {
              secretOf(m).getData().remove("password");
              return m;
            }),
        new Mutation(
            SOURCES, "ConfigMap gone", "is not rendered", m -> m.without(mapOf(m, SERVICE))),
        new Mutation(
            "volume sources exist",
            "ConfigMap gone",
            "volume init: ConfigMap",
            m -> m.without(mapOf(m, "postgresql-init"))),
        new Mutation(
            "addresses lead to Services",
            "misspelt host",
            "SUANWANG_CATALOG_URL leads to no",
            m -> {
              mapOf(m, SERVICE).putDataItem("SUANWANG_CATALOG_URL", "http://catalog:8081");
              return m;
            }),
        new Mutation(
            "addresses lead to Services",
            "wrong port",
            "QUARKUS_DATASOURCE_JDBC_URL leads to no",
            m -> {
              mapOf(m, SERVICE)
                  .putDataItem("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://postgresql:1/m");
              return m;
            }));
  }

  private static List<Mutation> labelsAndMetrics() {
    return List.of(
        change(
            "one namespace",
            "elsewhere",
            "is in namespace default",
            V1Service.class,
            s -> s.getMetadata().setNamespace("default")),
        new Mutation(
            "namespaces enforce restricted",
            "baseline only",
            "does not enforce",
            m -> {
              m.require(V1Namespace.class, "suanwang")
                  .getMetadata()
                  .putLabelsItem("pod-security.kubernetes.io/enforce", "baseline");
              return m;
            }),
        change(
            "pods carry the standard labels",
            "no component",
            "app.kubernetes.io/component",
            V1Deployment.class,
            d ->
                d.getSpec()
                    .getTemplate()
                    .getMetadata()
                    .getLabels()
                    .remove("app.kubernetes.io/component")),
        change(
            "objects are part of suanwang",
            "no labels",
            "Service market-model-service",
            V1Service.class,
            s -> s.getMetadata().setLabels(null)),
        change(
            "Prometheus finds the metrics",
            "another port",
            "prometheus.io annotations",
            V1Deployment.class,
            d ->
                d.getSpec()
                    .getTemplate()
                    .getMetadata()
                    .putAnnotationsItem("prometheus.io/port", "8080")));
  }

  private static List<Mutation> updatesAndDrains() {
    return List.of(
        change(
            "updates keep all replicas",
            "one may be missing",
            "maxUnavailable 0",
            V1Deployment.class,
            d ->
                d.getSpec().getStrategy().getRollingUpdate().setMaxUnavailable(new IntOrString(1))),
        change(
            "updates keep all replicas",
            "no surge, so no update can start",
            "maxUnavailable 0",
            V1Deployment.class,
            d -> d.getSpec().getStrategy().getRollingUpdate().setMaxSurge(new IntOrString("0%"))),
        remove(
            "drains are possible and limited", "no budget", "no Pod", V1PodDisruptionBudget.class),
        change(
            "drains are possible and limited",
            "a budget of nothing",
            "above 0",
            V1PodDisruptionBudget.class,
            b -> b.getSpec().setMaxUnavailable(new IntOrString(0))),
        new Mutation(
            "mounts and volumes match",
            "no claim template",
            "StatefulSet postgresql",
            m -> {
              m.require(V1StatefulSet.class, "postgresql")
                  .getSpec()
                  .setVolumeClaimTemplates(List.of());
              return m;
            }));
  }

  private static V1Secret secretOf(Manifests manifests) {
    return manifests.all(V1Secret.class).stream()
        .filter(s -> s.getMetadata().getName().startsWith(SERVICE))
        .findFirst()
        .orElseThrow();
  }

  private static V1ConfigMap mapOf(Manifests manifests, String prefix) {
    return manifests.all(V1ConfigMap.class).stream()
        .filter(c -> c.getMetadata().getName().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends KubernetesObject> Mutation change(
      String rule, String what, String finding, Class<T> kind, Consumer<T> change) {
    return new Mutation(
        rule,
        what,
        finding,
        m -> {
          change.accept(m.require(kind, SERVICE));
          return m;
        });
  }

  private static <T extends KubernetesObject> Mutation remove(
      String rule, String what, String finding, Class<T> kind) {
    return new Mutation(rule, what, finding, m -> m.without(m.require(kind, SERVICE)));
  }
}
