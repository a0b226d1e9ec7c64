package org.suanwang.kubernetes.rule;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Volume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/**
 * What "restricted" says about the node: its namespaces, ports, files and API token stay closed.
 */
public final class RestrictedHostRules {

  private RestrictedHostRules() {}

  /** No namespace, port or probe address of the host. */
  public static List<Finding> podsStayOffTheHost(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      V1PodSpec pod = workload.pod();
      if (isTrue(pod.getHostNetwork()) || isTrue(pod.getHostPID()) || isTrue(pod.getHostIPC())) {
        findings.add(new Finding(workload.subject(), "shares a namespace with its host"));
      }
      for (V1Container container : workload.containers()) {
        String subject = workload.subject() + "/" + container.getName();
        for (V1ContainerPort port : Absent.orNone(container.getPorts())) {
          if (port.getHostPort() != null && port.getHostPort() != 0) {
            findings.add(new Finding(subject, "takes port " + port.getHostPort() + " of its host"));
          }
        }
        if (probes(container).stream().anyMatch(RestrictedHostRules::namesAHost)) {
          findings.add(new Finding(subject, "a probe names a host"));
        }
      }
    }
    return findings;
  }

  private static List<V1Probe> probes(V1Container container) {
    return Arrays.asList(
            container.getStartupProbe(),
            container.getLivenessProbe(),
            container.getReadinessProbe())
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean namesAHost(V1Probe probe) {
    return (probe.getHttpGet() != null && probe.getHttpGet().getHost() != null)
        || (probe.getTcpSocket() != null && probe.getTcpSocket().getHost() != null);
  }

  /** Only the volume types the profile lists. */
  public static List<Finding> volumesAreOfAllowedTypes(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Volume volume : Absent.orNone(workload.pod().getVolumes())) {
        if (!isAllowed(volume)) {
          findings.add(
              new Finding(
                  workload.subject(),
                  "volume " + volume.getName() + " is of a type that restricted forbids"));
        }
      }
    }
    return findings;
  }

  private static boolean isAllowed(V1Volume volume) {
    return volume.getConfigMap() != null
        || volume.getSecret() != null
        || volume.getEmptyDir() != null
        || volume.getPersistentVolumeClaim() != null
        || volume.getProjected() != null
        || volume.getDownwardAPI() != null
        || volume.getCsi() != null
        || volume.getEphemeral() != null;
  }

  /** No pod gets a token for the Kubernetes API: none of ours asks it anything. */
  public static List<Finding> apiTokensAreNotMounted(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      if (!Boolean.FALSE.equals(workload.pod().getAutomountServiceAccountToken())) {
        findings.add(new Finding(workload.subject(), "automountServiceAccountToken is not false"));
      }
    }
    return findings;
  }

  private static boolean isTrue(Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
