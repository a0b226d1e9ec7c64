package org.suanwang.kubernetes.rule;

import io.kubernetes.client.openapi.models.V1Capabilities;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1SeccompProfile;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/**
 * The "restricted" profile of the Pod Security Standards, and two rules of our own: a root file
 * system nobody writes, and a numeric user. What the profile forbids for volumes and hosts is in
 * {@link RestrictedHostRules}.
 */
public final class RestrictedPodRules {

  private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

  private RestrictedPodRules() {}

  /** Container by container what "restricted" demands of users, privileges and system calls. */
  public static List<Finding> podsAreRestricted(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      V1PodSpec pod = workload.pod();
      V1PodSecurityContext podContext =
          Objects.requireNonNullElseGet(pod.getSecurityContext(), V1PodSecurityContext::new);
      for (V1Container container : workload.containers()) {
        V1SecurityContext own =
            Objects.requireNonNullElseGet(container.getSecurityContext(), V1SecurityContext::new);
        String subject = workload.subject() + "/" + container.getName();
        new Context(subject, podContext, own, findings).check();
      }
    }
    return findings;
  }

  private record Context(
      String subject, V1PodSecurityContext pod, V1SecurityContext own, List<Finding> findings) {

    void check() {
      checkUser();
      checkPrivileges();
      checkSeccomp();
      checkCapabilities();
      require(
          Boolean.TRUE.equals(own.getReadOnlyRootFilesystem()),
          "its root file system is not read-only");
    }

    private void checkUser() {
      Boolean nonRoot = orElse(own.getRunAsNonRoot(), pod.getRunAsNonRoot());
      require(Boolean.TRUE.equals(nonRoot), "runAsNonRoot is not true");
      Long user = orElse(own.getRunAsUser(), pod.getRunAsUser());
      require(user != null, "runAsUser is not set, so the image decides who runs");
      require(user == null || user != 0, "runs as user 0");
    }

    private void checkPrivileges() {
      require(
          Boolean.FALSE.equals(own.getAllowPrivilegeEscalation()),
          "allowPrivilegeEscalation is not false");
      require(!Boolean.TRUE.equals(own.getPrivileged()), "is privileged");
      require(
          own.getProcMount() == null || "Default".equals(own.getProcMount()),
          "procMount is not Default");
    }

    private void checkSeccomp() {
      V1SeccompProfile profile = orElse(own.getSeccompProfile(), pod.getSeccompProfile());
      require(
          profile != null && SECCOMP.contains(profile.getType()),
          "seccompProfile is neither RuntimeDefault nor Localhost");
    }

    private void checkCapabilities() {
      V1Capabilities capabilities =
          Objects.requireNonNullElseGet(own.getCapabilities(), V1Capabilities::new);
      require(
          Absent.orNone(capabilities.getDrop()).contains("ALL"), "does not drop ALL capabilities");
      require(
          Set.of("NET_BIND_SERVICE").containsAll(Absent.orNone(capabilities.getAdd())),
          "adds capabilities other than NET_BIND_SERVICE");
    }

    private void require(boolean holds, String message) {
      if (!holds) {
        findings.add(new Finding(subject, message));
      }
    }

    private static <T> @Nullable T orElse(@Nullable T own, @Nullable T pod) {
      return own == null ? pod : own;
    }
  }
}
