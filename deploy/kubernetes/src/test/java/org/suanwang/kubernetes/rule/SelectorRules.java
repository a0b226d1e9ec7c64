package org.suanwang.kubernetes.rule;

import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Selectors;
import org.suanwang.kubernetes.manifest.Workload;

/** Selectors find the pods they are meant for. */
public final class SelectorRules {

  private SelectorRules() {}

  /** A workload that does not select its own pods is refused by the API server. */
  public static List<Finding> workloadsSelectTheirOwnPods(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      if (isEmpty(workload.selector())
          || !Selectors.matches(workload.selector(), workload.podLabels())) {
        findings.add(
            new Finding(workload.subject(), "its selector does not match its own pod template"));
      }
    }
    return findings;
  }

  /** Two workloads that select each other's pods fight over them. */
  public static List<Finding> workloadsSelectNobodyElsesPods(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (Workload other : manifests.workloads()) {
        if (!workload.equals(other) && Selectors.matches(workload.selector(), other.podLabels())) {
          findings.add(
              new Finding(workload.subject(), "its selector matches pods of " + other.subject()));
        }
      }
    }
    return findings;
  }

  /** A Service selects the pods of exactly one workload. */
  public static List<Finding> servicesSelectOneWorkload(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1Service service : manifests.all(V1Service.class)) {
      Map<String, String> selector = Absent.orNone(service.getSpec().getSelector());
      long selected =
          manifests.workloads().stream()
              .filter(w -> Selectors.matches(selector, w.podLabels()))
              .count();
      if (selector.isEmpty() || selected != 1) {
        findings.add(
            new Finding(
                "Service " + service.getMetadata().getName(),
                "its selector matches the pods of " + selected + " workloads instead of one"));
      }
    }
    return findings;
  }

  /** A disruption budget that matches no pod protects nothing. */
  public static List<Finding> disruptionBudgetsSelectAWorkload(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1PodDisruptionBudget budget : manifests.all(V1PodDisruptionBudget.class)) {
      if (!selectsAWorkload(manifests, budget.getSpec().getSelector())) {
        findings.add(
            new Finding(
                "PodDisruptionBudget " + budget.getMetadata().getName(),
                "its selector matches no pod"));
      }
    }
    return findings;
  }

  /** A policy for pods that are not there is a spelling mistake; an empty selector means all. */
  public static List<Finding> networkPoliciesSelectAWorkload(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1NetworkPolicy policy : manifests.all(V1NetworkPolicy.class)) {
      if (!selectsAWorkload(manifests, policy.getSpec().getPodSelector())) {
        findings.add(
            new Finding(
                "NetworkPolicy " + policy.getMetadata().getName(), "its selector matches no pod"));
      }
    }
    return findings;
  }

  private static boolean selectsAWorkload(Manifests manifests, @Nullable V1LabelSelector selector) {
    return selector != null
        && manifests.workloads().stream().anyMatch(w -> Selectors.matches(selector, w.podLabels()));
  }

  private static boolean isEmpty(V1LabelSelector selector) {
    return Absent.orNone(selector.getMatchLabels()).isEmpty()
        && Absent.orNone(selector.getMatchExpressions()).isEmpty();
  }
}
