package org.suanwang.scheduling.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.DeviceTypeSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.workload.Workload;

/** Accepts an experiment, after checking that every workload can run on every fleet at all. */
public final class ExperimentSubmission {
  private final Fleets fleets;
  private final Workloads workloads;
  private final KeptPolicies policies;
  private final NamedParts named;
  private final DeviceTypeSource catalogue;
  private final Experiments experiments;

  /** Where the parts of specifications are kept, and experiments are queued. */
  public ExperimentSubmission(
      Fleets fleets,
      Workloads workloads,
      KeptPolicies policies,
      DeviceTypeSource catalogue,
      Experiments experiments) {
    this.policies = policies;
    this.named = new NamedParts(fleets, workloads, policies);
    this.catalogue = catalogue;
    this.fleets = fleets;
    this.workloads = workloads;
    this.experiments = experiments;
  }

  /**
   * Notes policies, workloads and fleets that nobody keeps, beside what else is wrong with a
   * request that will be refused.
   */
  public void requireKept(
      List<PolicyVariant> asked,
      List<String> askedWorkloads,
      List<String> askedFleets,
      Findings findings) {
    for (int p = 0; p < asked.size(); p++) {
      named.requirePolicy("policies[" + p + "]", asked.get(p), findings);
    }
    for (int w = 0; w < askedWorkloads.size(); w++) {
      named.requireWorkload("workloads[" + w + "]", askedWorkloads.get(w), findings);
    }
    for (int f = 0; f < askedFleets.size(); f++) {
      named.requireFleet("fleets[" + f + "]", askedFleets.get(f), findings);
    }
  }

  /**
   * Queues all runs, or none.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException when a policy, workload or fleet is
   *     unknown, or jobs can never start and are not to be skipped
   */
  public Experiment submit(ExperimentSpec asked, @Nullable RequestKey key) {
    Experiment made = experiments.findMade(key).orElse(null);
    if (made != null) {
      return made;
    }
    Findings findings = new Findings();
    ExperimentSpec spec = resolved(asked, findings);
    for (int p = 0; p < spec.policies().size(); p++) {
      addAll("", ofPolicy("policies[" + p + "]", spec.policies().get(p), spec), findings);
    }
    List<Violation> ofQueues = new ArrayList<>();
    QueueCheck.checkQuotas(spec.settings().queues(), ofQueues);
    addAll("settings.", ofQueues, findings);
    Map<String, Instant> epochs = check(spec, loadFleets(spec, findings), findings);
    findings.throwIfAny();
    return experiments.add(spec, epochs, key);
  }

  /** Kept policies may turn out to be made of the same parts as others. */
  private ExperimentSpec resolved(ExperimentSpec asked, Findings findings) {
    List<PolicyVariant> resolved = asked.policies().stream().map(policies::resolve).toList();
    Set<String> labels = new HashSet<>();
    for (int p = 0; p < resolved.size(); p++) {
      findings.require(
          labels.add(resolved.get(p).label()),
          "policies[" + p + "]",
          asked.policies().get(p).name(),
          "must not be made of the same parts as a policy before it",
          "name each once");
    }
    return asked.comparing(resolved);
  }

  private static List<Violation> ofPolicy(
      String field, PolicyVariant variant, ExperimentSpec spec) {
    SchedulingPolicy policy = variant.policy().orElse(null);
    if (policy == null) {
      return List.of(RunPlan.noPolicy(field, variant.name()));
    }
    List<Violation> violations = new ArrayList<>();
    ReservationCheck.checkPolicy(field, policy, spec.settings().reservations(), violations);
    QueueCheck.checkPolicy(field, policy, spec.settings().queues(), violations);
    return violations;
  }

  private List<@Nullable Fleet> loadFleets(ExperimentSpec spec, Findings findings) {
    List<@Nullable Fleet> loaded = new ArrayList<>();
    for (int f = 0; f < spec.fleets().size(); f++) {
      String id = spec.fleets().get(f);
      try {
        loaded.add(fleets.require(id).value());
      } catch (NotFoundException e) {
        loaded.add(null);
        NamedParts.noteMissing("fleets[" + f + "]", id, "fleet", e, findings);
      }
    }
    return loaded;
  }

  /** One workload at a time is held: two million jobs each may be many. */
  private Map<String, Instant> check(
      ExperimentSpec spec, List<@Nullable Fleet> loaded, Findings findings) {
    Map<String, Instant> epochs = new LinkedHashMap<>();
    KnownTypes types = new KnownTypes(spec.settings().throughput());
    loaded.stream().filter(Objects::nonNull).forEach(types::add);
    for (int w = 0; w < spec.workloads().size(); w++) {
      String id = spec.workloads().get(w);
      String field = "workloads[" + w + "]";
      try {
        Workload workload = workloads.require(id).value();
        epochs.put(id, workload.epoch());
        types.add(workload);
        checkOnAll(field, workload, loaded, spec, findings);
      } catch (NotFoundException e) {
        NamedParts.noteMissing(field, id, "workload", e, findings);
      }
    }
    List<Violation> ofTypes = new ArrayList<>();
    types.check(catalogue, ofTypes);
    addAll("settings.", ofTypes, findings);
    return epochs;
  }

  private static void checkOnAll(
      String field,
      Workload workload,
      List<@Nullable Fleet> loaded,
      ExperimentSpec spec,
      Findings findings) {
    List<Violation> ofTurns = new ArrayList<>();
    TurnCheck.check(policies(spec), workload.jobs(), ofTurns);
    addAll(field + ": ", ofTurns, findings);
    for (int f = 0; f < loaded.size(); f++) {
      Fleet fleet = loaded.get(f);
      if (fleet != null) {
        String where = field + " on fleets[" + f + "]: ";
        SimulationSpec settings = spec.settings();
        List<Violation> violations =
            Submission.obstacles(workload, fleet, settings, policies(spec));
        RoundCheck.check(policies(spec), workload, fleet, violations);
        OutageCheck.checkFleet(settings.outages(), fleet, workload.epoch(), violations);
        ReservationCheck.check(settings.reservations(), fleet, workload, violations);
        addAll(where, violations, findings);
      }
    }
  }

  private static List<SchedulingPolicy> policies(ExperimentSpec spec) {
    return spec.policies().stream().flatMap(p -> p.policy().stream()).toList();
  }

  private static void addAll(String where, List<Violation> violations, Findings findings) {
    violations.forEach(v -> findings.add(where + v.field(), v.value(), v.rule(), v.remedy()));
  }
}
