package org.suanwang.kubernetes.rule;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1DeploymentStrategy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1TopologySpreadConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Selectors;
import org.suanwang.kubernetes.manifest.Workload;

/** New versions, drained nodes and ended pods cost no answers. */
public final class LifecycleRules {

  private LifecycleRules() {}

  /** The old pod goes when the new one is ready, not before. */
  public static List<Finding> updatesNeverGoBelowTheReplicas(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1Deployment deployment : manifests.all(V1Deployment.class)) {
      V1DeploymentStrategy strategy = deployment.getSpec().getStrategy();
      if (strategy == null
          || strategy.getRollingUpdate() == null
          || !isZero(strategy.getRollingUpdate().getMaxUnavailable())
          || isZero(strategy.getRollingUpdate().getMaxSurge())) {
        findings.add(
            new Finding(
                "Deployment " + deployment.getMetadata().getName(),
                "does not roll with maxUnavailable 0 and a surge"));
      }
    }
    return findings;
  }

  private static boolean isZero(@Nullable IntOrString value) {
    return value != null && List.of("0", "0%").contains(PortRules.text(value));
  }

  /** Kubernetes waits longer than preStop and the service's own shutdown take together. */
  public static List<Finding> podsMayEndInPeace(Manifests manifests, long shutdownSeconds) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      Long grace = workload.pod().getTerminationGracePeriodSeconds();
      long needed = shutdownSeconds + preStopSeconds(workload);
      if (grace == null || grace <= needed) {
        findings.add(
            new Finding(
                workload.subject(),
                "is killed after " + grace + " s, but preStop and shutdown take " + needed + " s"));
      }
    }
    return findings;
  }

  private static long preStopSeconds(Workload workload) {
    long longest = 0;
    for (V1Container container : workload.containers()) {
      if (container.getLifecycle() != null
          && container.getLifecycle().getPreStop() != null
          && container.getLifecycle().getPreStop().getSleep() != null) {
        longest = Math.max(longest, container.getLifecycle().getPreStop().getSleep().getSeconds());
      }
    }
    return longest;
  }

  /** Every Deployment has a budget, and the budget lets a node be drained. */
  public static List<Finding> drainsArePossibleAndLimited(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1Deployment deployment : manifests.all(V1Deployment.class)) {
      String name = deployment.getMetadata().getName();
      boolean limited =
          manifests
              .find(V1PodDisruptionBudget.class, name)
              .filter(b -> b.getSpec().getMaxUnavailable() != null)
              .filter(b -> !isZero(b.getSpec().getMaxUnavailable()))
              .isPresent();
      if (!limited) {
        findings.add(
            new Finding(
                "Deployment " + name, "has no PodDisruptionBudget with maxUnavailable above 0"));
      }
    }
    return findings;
  }

  /** Replicas spread over nodes by a selector that really is theirs. */
  public static List<Finding> replicasSpreadOverNodes(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1Deployment deployment : manifests.all(V1Deployment.class)) {
      Workload workload = new Manifests(List.of(deployment)).workloads().getFirst();
      boolean spread =
          Absent.orNone(workload.pod().getTopologySpreadConstraints()).stream()
              .anyMatch(c -> isOverNodes(c, workload));
      if (!spread) {
        findings.add(new Finding(workload.subject(), "does not spread its pods over nodes"));
      }
    }
    return findings;
  }

  private static boolean isOverNodes(V1TopologySpreadConstraint constraint, Workload workload) {
    return "kubernetes.io/hostname".equals(constraint.getTopologyKey())
        && constraint.getLabelSelector() != null
        && Selectors.matches(constraint.getLabelSelector(), workload.podLabels());
  }
}
