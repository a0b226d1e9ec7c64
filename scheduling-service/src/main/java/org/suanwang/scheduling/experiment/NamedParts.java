package org.suanwang.scheduling.experiment;

import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.NotFoundException;

/** What a request names and must be kept, looked for along with all else that is wrong with it. */
final class NamedParts {
  private final Fleets fleets;
  private final Workloads workloads;
  private final KeptPolicies policies;

  NamedParts(Fleets fleets, Workloads workloads, KeptPolicies policies) {
    this.fleets = fleets;
    this.workloads = workloads;
    this.policies = policies;
  }

  /** Notes a policy that nobody knows; an empty name was noted before. */
  void requirePolicy(String field, PolicyVariant asked, Findings findings) {
    String name = asked.name();
    if (!name.isEmpty() && policies.resolve(asked).policy().isEmpty()) {
      findings.add(RunPlan.noPolicy(field, name));
    }
  }

  /** Likewise a fleet. */
  void requireFleet(String field, String id, Findings findings) {
    require(field, id, "fleet", () -> fleets.require(id), findings);
  }

  /** Likewise a workload. */
  void requireWorkload(String field, String id, Findings findings) {
    require(field, id, "workload", () -> workloads.require(id), findings);
  }

  private static void require(
      String field, String id, String kind, Runnable search, Findings findings) {
    if (id.isEmpty()) {
      return;
    }
    try {
      search.run();
    } catch (NotFoundException e) {
      noteMissing(field, id, kind, e, findings);
    }
  }

  static void noteMissing(
      String field, String id, String kind, NotFoundException e, Findings findings) {
    findings.add(field, id, "must be the id of a " + kind + " that is kept", e.remedy());
  }
}
