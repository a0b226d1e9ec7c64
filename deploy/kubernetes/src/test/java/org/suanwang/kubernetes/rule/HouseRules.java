package org.suanwang.kubernetes.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.suanwang.kubernetes.manifest.Manifests;

/** The rules every rendering keeps, by the sentence each one says. */
public final class HouseRules {

  /** A rule: manifests in, findings out. */
  public record Rule(String sentence, Function<Manifests, List<Finding>> check) {

    @Override
    public String toString() {
      return sentence;
    }
  }

  private HouseRules() {}

  /** The rules that hold for a base alone as well as for a whole overlay. */
  public static List<Rule> ofEveryRendering() {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("names are valid and unique", NameRules::objectNamesAreValidAndUnique));
    rules.add(new Rule("port names are valid", NameRules::portNamesAreValid));
    rules.add(new Rule("variables are set once", NameRules::variablesAreSetOnce));
    rules.add(
        new Rule("workloads select their own pods", SelectorRules::workloadsSelectTheirOwnPods));
    rules.add(
        new Rule("workloads select nobody else's", SelectorRules::workloadsSelectNobodyElsesPods));
    rules.add(new Rule("a Service selects one workload", SelectorRules::servicesSelectOneWorkload));
    rules.add(
        new Rule("disruption budgets match pods", SelectorRules::disruptionBudgetsSelectAWorkload));
    rules.add(
        new Rule("network policies match pods", SelectorRules::networkPoliciesSelectAWorkload));
    rules.add(new Rule("target ports resolve", PortRules::targetPortsResolve));
    rules.add(new Rule("Service ports are named", PortRules::servicePortsAreNamed));
    rules.add(new Rule("container port names are unique", PortRules::containerPortNamesAreUnique));
    rules.add(
        new Rule(
            "three probes ask the right question", ProbeRules::threeProbesAskTheRightQuestion));
    rules.add(new Rule("requests and limits are set", ResourceRules::requestsAndLimitsAreSet));
    rules.add(new Rule("pods are restricted", RestrictedPodRules::podsAreRestricted));
    rules.add(new Rule("pods stay off the host", RestrictedHostRules::podsStayOffTheHost));
    rules.add(
        new Rule("volumes are of allowed types", RestrictedHostRules::volumesAreOfAllowedTypes));
    rules.add(new Rule("API tokens are not mounted", RestrictedHostRules::apiTokensAreNotMounted));
    rules.add(new Rule("ServiceAccounts exist", ReferenceRules::serviceAccountsExist));
    rules.add(new Rule("volume sources exist", ReferenceRules::volumeSourcesExist));
    rules.add(new Rule("mounts and volumes match", ReferenceRules::mountsAndVolumesMatch));
    rules.add(
        new Rule("a StatefulSet has its Service", ReferenceRules::statefulSetsHaveTheirService));
    rules.add(new Rule("images are pinned", ImageRules::imagesArePinned));
    rules.add(new Rule("one namespace", NamespaceRules::objectsShareTheRenderedNamespace));
    rules.add(new Rule("pods carry the standard labels", LabelRules::podsCarryTheStandardLabels));
    rules.add(new Rule("objects are part of suanwang", LabelRules::objectsArePartOfSuanwang));
    rules.add(
        new Rule("Prometheus finds the metrics", LabelRules::servicesTellPrometheusWhereToScrape));
    rules.add(
        new Rule("updates keep all replicas", LifecycleRules::updatesNeverGoBelowTheReplicas));
    rules.add(
        new Rule("drains are possible and limited", LifecycleRules::drainsArePossibleAndLimited));
    rules.add(new Rule("replicas spread over nodes", LifecycleRules::replicasSpreadOverNodes));
    return rules;
  }

  /** The rules that also hold where everything is there: what a base leaves open is closed. */
  public static List<Rule> ofAWholeOverlay() {
    List<Rule> rules = ofEveryRendering();
    rules.add(new Rule("environment sources exist", ReferenceRules::environmentSourcesExist));
    rules.add(new Rule("addresses lead to Services", EnvironmentRules::addressesLeadToServices));
    rules.add(
        new Rule("namespaces enforce restricted", NamespaceRules::namespacesEnforceRestricted));
    return rules;
  }
}
