package org.suanwang.kubernetes.rule;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1EnvFromSource;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1EnvVarSource;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/** What a pod names — accounts, ConfigMaps, Secrets, their keys, volumes — is rendered with it. */
public final class ReferenceRules {

  private ReferenceRules() {}

  /** The ServiceAccount of every pod is there, and is not the namespace's default one. */
  public static List<Finding> serviceAccountsExist(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      String account = workload.pod().getServiceAccountName();
      if (manifests.find(V1ServiceAccount.class, account).isEmpty()) {
        findings.add(
            new Finding(workload.subject(), "ServiceAccount " + account + " is not rendered"));
      }
    }
    return findings;
  }

  /** Every ConfigMap and Secret an environment variable comes from is there, with its key. */
  public static List<Finding> environmentSourcesExist(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Container container : workload.containers()) {
        String subject = workload.subject() + "/" + container.getName();
        for (V1EnvFromSource source : Absent.orNone(container.getEnvFrom())) {
          missing(manifests, source).ifPresent(m -> findings.add(new Finding(subject, m)));
        }
        for (V1EnvVar variable : Absent.orNone(container.getEnv())) {
          missing(manifests, variable.getValueFrom())
              .ifPresent(m -> findings.add(new Finding(subject, variable.getName() + ": " + m)));
        }
      }
    }
    return findings;
  }

  private static Optional<String> missing(Manifests manifests, V1EnvFromSource source) {
    if (source.getConfigMapRef() != null) {
      return missingConfigMap(manifests, source.getConfigMapRef().getName(), null);
    }
    return source.getSecretRef() == null
        ? Optional.empty()
        : missingSecret(manifests, source.getSecretRef().getName(), null);
  }

  private static Optional<String> missing(Manifests manifests, @Nullable V1EnvVarSource source) {
    if (source == null) {
      return Optional.empty();
    }
    if (source.getConfigMapKeyRef() != null) {
      return missingConfigMap(
          manifests, source.getConfigMapKeyRef().getName(), source.getConfigMapKeyRef().getKey());
    }
    return source.getSecretKeyRef() == null
        ? Optional.empty()
        : missingSecret(
            manifests, source.getSecretKeyRef().getName(), source.getSecretKeyRef().getKey());
  }

  private static Optional<String> missingConfigMap(
      Manifests manifests, @Nullable String name, @Nullable String key) {
    return missing(
        "ConfigMap " + name,
        manifests.find(V1ConfigMap.class, name).map(c -> Absent.orNone(c.getData()).keySet()),
        key);
  }

  private static Optional<String> missingSecret(
      Manifests manifests, @Nullable String name, @Nullable String key) {
    return missing(
        "Secret " + name,
        manifests.find(V1Secret.class, name).map(s -> Absent.orNone(s.getData()).keySet()),
        key);
  }

  private static Optional<String> missing(
      String object, Optional<Set<String>> keys, @Nullable String key) {
    if (keys.isEmpty()) {
      return Optional.of(object + " is not rendered");
    }
    return key == null || keys.get().contains(key)
        ? Optional.empty()
        : Optional.of(object + " has no key " + key);
  }

  /** Every ConfigMap, Secret and claim behind a volume is there. */
  public static List<Finding> volumeSourcesExist(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Volume volume : Absent.orNone(workload.pod().getVolumes())) {
        missing(manifests, volume)
            .ifPresent(
                m ->
                    findings.add(
                        new Finding(workload.subject(), "volume " + volume.getName() + ": " + m)));
      }
    }
    return findings;
  }

  private static Optional<String> missing(Manifests manifests, V1Volume volume) {
    if (volume.getConfigMap() != null) {
      return missingConfigMap(manifests, volume.getConfigMap().getName(), null);
    }
    if (volume.getPersistentVolumeClaim() != null) {
      return Optional.of("claims are made by volumeClaimTemplates here, not by hand");
    }
    return volume.getSecret() == null
        ? Optional.empty()
        : missingSecret(manifests, volume.getSecret().getSecretName(), null);
  }

  /** The Service that names a StatefulSet's pods is there and headless, as it must be for that. */
  public static List<Finding> statefulSetsHaveTheirService(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1StatefulSet set : manifests.all(V1StatefulSet.class)) {
      String service = set.getSpec().getServiceName();
      boolean headless =
          manifests
              .find(V1Service.class, service)
              .filter(s -> "None".equals(s.getSpec().getClusterIP()))
              .isPresent();
      if (!headless) {
        findings.add(
            new Finding(
                "StatefulSet " + set.getMetadata().getName(),
                "Service " + service + " is not rendered or not headless"));
      }
    }
    return findings;
  }

  /** Every mount names a volume of its pod, and every volume is mounted. */
  public static List<Finding> mountsAndVolumesMatch(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      Set<String> volumes = new HashSet<>();
      Absent.orNone(workload.pod().getVolumes()).forEach(v -> volumes.add(v.getName()));
      workload.claims().forEach(c -> volumes.add(c.getMetadata().getName()));
      Set<String> mounted = new HashSet<>();
      for (V1Container container : workload.containers()) {
        for (V1VolumeMount mount : Absent.orNone(container.getVolumeMounts())) {
          mounted.add(mount.getName());
        }
      }
      if (!volumes.equals(mounted)) {
        findings.add(
            new Finding(workload.subject(), "has volumes " + volumes + " but mounts " + mounted));
      }
    }
    return findings;
  }
}
