package org.suanwang.kubernetes;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Capabilities;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1HostPathVolumeSource;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Spoilt pods: probes, resources, security, ports, images, volumes. */
final class PodMutations {

  private static final String SERVICE = "market-model-service";
  private static final String PROBES = "three probes ask the right question";
  private static final String RESOURCES = "requests and limits are set";
  private static final String RESTRICTED = "pods are restricted";

  private PodMutations() {}

  static List<Mutation> all() {
    return Stream.of(
            probesAndResources(), containerSecurity(), podSecurity(), namesImagesAndSpread())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutation> probesAndResources() {
    return List.of(
        container(PROBES, "no startup", "startupProbe is missing", c -> c.setStartupProbe(null)),
        container(
            PROBES,
            "liveness asks readiness",
            "livenessProbe asks /q/health/ready",
            c -> c.getLivenessProbe().getHttpGet().setPath("/q/health/ready")),
        container(
            PROBES,
            "port with a misspelt name",
            "asks port htpp",
            c -> c.getReadinessProbe().getHttpGet().setPort(new IntOrString("htpp"))),
        container(
            PROBES,
            "probe without HTTP",
            "does not ask over HTTP",
            c -> c.getReadinessProbe().setHttpGet(null)),
        container(
            RESOURCES,
            "no memory limit",
            "no limit for memory",
            c -> c.getResources().getLimits().remove("memory")),
        container(
            RESOURCES,
            "no processor request",
            "no request for cpu",
            c -> c.getResources().getRequests().remove("cpu")),
        container(
            RESOURCES,
            "request above limit",
            "requests more memory",
            c -> c.getResources().getRequests().put("memory", Quantity.fromString("1Ti"))),
        container(
            RESOURCES,
            "request of nothing",
            "cpu is not above zero",
            c -> c.getResources().getRequests().put("cpu", Quantity.fromString("0"))),
        container(RESOURCES, "nothing at all", "no limit for cpu", c -> c.setResources(null)));
  }

  private static List<Mutation> containerSecurity() {
    return List.of(
        container(
            RESTRICTED,
            "escalation left open",
            "allowPrivilegeEscalation",
            c -> c.getSecurityContext().setAllowPrivilegeEscalation(null)),
        container(
            RESTRICTED,
            "privileged",
            "is privileged",
            c -> c.getSecurityContext().setPrivileged(true)),
        container(
            RESTRICTED,
            "drops one capability only",
            "does not drop ALL",
            c -> c.getSecurityContext().setCapabilities(new V1Capabilities().addDropItem("KILL"))),
        container(
            RESTRICTED,
            "adds a capability",
            "adds capabilities",
            c -> c.getSecurityContext().getCapabilities().addAddItem("SYS_ADMIN")),
        container(
            RESTRICTED,
            "unmasked proc",
            "procMount",
            c -> c.getSecurityContext().setProcMount("Unmasked")),
        container(
            RESTRICTED,
            "writable root",
            "not read-only",
            c -> c.getSecurityContext().setReadOnlyRootFilesystem(false)),
        container(
            RESTRICTED,
            "container overrides the pod",
            "runAsNonRoot",
            c -> c.getSecurityContext().setRunAsNonRoot(false)),
        container(RESTRICTED, "no context", "does not drop ALL", c -> c.setSecurityContext(null)));
  }

  private static List<Mutation> podSecurity() {
    return List.of(
        pod(RESTRICTED, "root", "runs as user 0", p -> p.getSecurityContext().setRunAsUser(0L)),
        pod(
            RESTRICTED,
            "user of the image",
            "runAsUser is not set",
            p -> p.getSecurityContext().setRunAsUser(null)),
        pod(
            RESTRICTED,
            "no system call filter",
            "seccompProfile",
            p -> p.getSecurityContext().setSeccompProfile(null)),
        pod(
            RESTRICTED,
            "unconfined",
            "seccompProfile",
            p -> p.getSecurityContext().getSeccompProfile().setType("Unconfined")),
        pod(
            "pods stay off the host",
            "the host's network",
            "shares a namespace",
            p -> p.setHostNetwork(true)),
        container(
            "pods stay off the host",
            "a port of the host",
            "takes port 80 of its host",
            c -> c.getPorts().getFirst().setHostPort(80)),
        container(
            "pods stay off the host",
            "a probe elsewhere",
            "a probe names a host",
            c -> c.getLivenessProbe().getHttpGet().setHost("elsewhere")),
        pod(
            "volumes are of allowed types",
            "a folder of the host",
            "volume host",
            p ->
                p.addVolumesItem(
                    new V1Volume().name("host").hostPath(new V1HostPathVolumeSource().path("/")))),
        pod(
            "API tokens are not mounted",
            "left to the default",
            "automountServiceAccountToken",
            p -> p.setAutomountServiceAccountToken(null)),
        pod(
            "mounts and volumes match",
            "volume gone",
            "mounts [tmp]",
            p -> p.setVolumes(List.of())));
  }

  private static List<Mutation> namesImagesAndSpread() {
    return List.of(
        container(
            "images are pinned", "no tag", "no fixed tag", c -> c.setImage("suanwang/market")),
        container(
            "images are pinned",
            "latest",
            "no fixed tag",
            c -> c.setImage("registry:5000/market:latest")),
        container(
            "images are pinned",
            "only the registry has a colon",
            "no fixed tag",
            c -> c.setImage("registry:5000/market")),
        container(
            "container port names are unique",
            "the same name twice",
            "no name of its own",
            c -> c.addPortsItem(new V1ContainerPort().name("http").containerPort(9))),
        container(
            "port names are valid",
            "too long a name",
            "port name http-and-nothing-else",
            c -> c.getPorts().getFirst().setName("http-and-nothing-else")),
        container(
            "variables are set once",
            "set twice",
            "sets QUARKUS_DATASOURCE_USERNAME twice",
            c -> c.addEnvItem(new V1EnvVar().name("QUARKUS_DATASOURCE_USERNAME").value("x"))),
        pod(
            "ServiceAccounts exist",
            "misspelt",
            "ServiceAccount marked is not rendered",
            p -> p.setServiceAccountName("marked")),
        pod(
            "replicas spread over nodes",
            "spreads somebody else's pods",
            "does not spread",
            p ->
                p.getTopologySpreadConstraints()
                    .getFirst()
                    .getLabelSelector()
                    .putMatchLabelsItem("app.kubernetes.io/name", "other")));
  }

  private static Mutation container(
      String rule, String what, String finding, Consumer<V1Container> change) {
    return pod(rule, what, finding, p -> change.accept(p.getContainers().getFirst()));
  }

  private static Mutation pod(
      String rule, String what, String finding, Consumer<V1PodSpec> change) {
    return new Mutation(
        rule,
        what,
        finding,
        manifests -> {
          V1Deployment deployment = manifests.require(V1Deployment.class, SERVICE);
          change.accept(deployment.getSpec().getTemplate().getSpec());
          return manifests;
        });
  }
}
