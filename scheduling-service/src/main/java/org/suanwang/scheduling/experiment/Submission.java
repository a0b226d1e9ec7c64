package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.DeviceTypeSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.TemplateSizes;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.cycle.NamedNodes;
import org.suanwang.scheduling.cycle.Pace;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.NodeFilter;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.Workload;

/** Accepts a specification, after checking that its jobs can run on its fleet at all. */
public final class Submission {
  private static final int VIOLATIONS_MAX = 20;
  private static final int NODES_TOLD_MAX = 5;

  private final Fleets fleets;
  private final Workloads workloads;
  private final KeptPolicies policies;
  private final NamedParts named;
  private final DeviceTypeSource catalogue;
  private final Runs runs;

  /** Where the parts of specifications are kept, and runs are queued. */
  public Submission(
      Fleets fleets,
      Workloads workloads,
      KeptPolicies policies,
      DeviceTypeSource catalogue,
      Runs runs) {
    this.policies = policies;
    this.fleets = fleets;
    this.workloads = workloads;
    this.named = new NamedParts(fleets, workloads, policies);
    this.catalogue = catalogue;
    this.runs = runs;
  }

  /**
   * Queues a run.
   *
   * @param asked as it was read, with something else where it was wrong
   * @param findings what was wrong with it; fleet and workload are looked for all the same
   * @throws InvalidInputException when anything was, the policy is unknown, or jobs can never start
   *     and are not to be skipped
   * @throws org.suanwang.scheduling.check.NotFoundException when nothing is wrong but that there is
   *     no such fleet or workload
   */
  public Run submit(SimulationSpec asked, Findings findings, @Nullable RequestKey key) {
    named.requirePolicy("policy", asked.variant(), findings);
    if (!findings.isEmpty()) {
      named.requireFleet("fleet", asked.fleet(), findings);
      named.requireWorkload("workload", asked.workload(), findings);
      findings.throwIfAny();
    }
    return submit(asked, key);
  }

  private Run submit(SimulationSpec asked, @Nullable RequestKey key) {
    SimulationSpec spec = asked.under(policies.resolve(asked.variant()));
    SchedulingPolicy policy = RunPlan.requirePolicy(spec.variant());
    Fleet fleet = fleets.require(spec.fleet()).value();
    Workload workload = workloads.require(spec.workload()).value();
    List<Violation> violations = new ArrayList<>();
    QueueCheck.checkPolicy("policy", policy, spec.queues(), violations);
    QueueCheck.checkQuotas(spec.queues(), violations);
    violations.addAll(obstacles(workload, fleet, spec, List.of(policy)));
    RoundCheck.check(List.of(policy), workload, fleet, violations);
    TurnCheck.check(List.of(policy), workload.jobs(), violations);
    ReservationCheck.checkPolicy("policy", policy, spec.reservations(), violations);
    ReservationCheck.check(spec.reservations(), fleet, workload, violations);
    OutageCheck.checkFleet(spec.outages(), fleet, workload.epoch(), violations);
    KnownTypes types = new KnownTypes(spec.throughput());
    types.add(fleet);
    types.add(workload);
    types.check(catalogue, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return runs.add(spec, workload.epoch(), key);
  }

  /**
   * What of a workload can never run on a fleet, or has no queue.
   *
   * @param policies those under which it is to run
   */
  static List<Violation> obstacles(
      Workload workload, Fleet fleet, SimulationSpec spec, List<SchedulingPolicy> policies) {
    boolean isFair = policies.stream().anyMatch(p -> p.fairness().looksAtQueues());
    List<Violation> violations = new ArrayList<>();
    checkAny(workload, violations);
    checkBackground(workload, fleet, violations);
    QueueCheck.checkFleet(spec.queues(), fleet, violations);
    QueueCheck.checkTenants(spec.queues(), isFair, workload, violations);
    TemplateCheck.check(workload.jobs(), fleet, violations);
    JobTable jobs = new TemplateSizes(fleet).resolveWhatCan(workload.jobs());
    RateCheck.check(jobs, fleet, spec.throughput(), violations);
    if (!spec.skipNeverFits()) {
      boolean isKnown = policies.stream().allMatch(p -> p.discipline().knowsElasticAndMixed());
      checkJobs(isKnown ? jobs : jobs.rigid(), fleet, spec.queues(), policies, violations);
    }
    return violations;
  }

  private static void checkAny(Workload workload, List<Violation> violations) {
    if (workload.requests() != null && workload.size() == 0) {
      violations.add(
          new Violation(
              "workload",
              workload.name(),
              "must have jobs; these are recorded requests",
              "send them to /v1/request-simulations, or name them as the rate of a service"));
    }
  }

  private static void checkBackground(Workload workload, Fleet fleet, List<Violation> violations) {
    Background background = workload.background();
    if (background == null || background.jobs() == 0) {
      return;
    }
    for (String device : background.devices()) {
      if (fleet.devices(device) == 0) {
        violations.add(
            new Violation(
                "background.devices",
                device,
                "NO_DEVICE_TYPE: generated jobs must find their device type in the fleet",
                "use device types of the fleet, or leave the field out"));
      }
    }
    if (fleet.supplyMix().portions().isEmpty()) {
      violations.add(
          new Violation(
              "background", fleet.name(), "needs a fleet with devices", "add pools with devices"));
    }
  }

  /** Policies with the same filters let the same jobs run. */
  private static void checkJobs(
      JobTable jobs,
      Fleet fleet,
      QueueRule rule,
      List<SchedulingPolicy> policies,
      List<Violation> violations) {
    FleetLayout layout = new FleetLayout(fleet);
    Map<List<NodeFilter>, SchedulingPolicy> byFilters = new LinkedHashMap<>();
    policies.forEach(p -> byFilters.putIfAbsent(p.filters(), p));
    byFilters.values().forEach(p -> checkJobs(jobs, layout, rule, p, violations));
  }

  private static void checkJobs(
      JobTable jobs,
      FleetLayout layout,
      QueueRule rule,
      SchedulingPolicy policy,
      List<Violation> violations) {
    QueueTree tree = new QueueTree(rule, jobs.distinctTenants());
    JobQuotas quotas = JobQuotas.of(tree, layout, jobs);
    Admission admission = new Admission(layout, jobs, policy, quotas, Pace.ALIKE);
    int obstacles = 0;
    for (int job = 0; job < jobs.size(); job++) {
      Decision.Wait obstacle = admission.findObstacle(job).orElse(null);
      if (obstacle != null && obstacles++ < VIOLATIONS_MAX) {
        NamedNodes named = admission.named();
        String fault = named == null ? null : named.findFault(job);
        violations.add(
            fault == null
                ? violation(jobs, job, obstacle, layout, tree)
                : ofNodes(jobs, job, fault));
      }
    }
    if (obstacles > VIOLATIONS_MAX) {
      violations.add(
          new Violation(
              "jobs", obstacles + " jobs", "can never start", "only the first are named"));
    }
  }

  private static Violation ofNodes(JobTable jobs, int job, String fault) {
    return new Violation(
        "jobs[id=" + jobs.id(job) + "].startNodes",
        String.join(", ", jobs.startNodes(job).stream().limit(NODES_TOLD_MAX).toList()),
        WaitReason.ITS_NODES_NEVER_FIT + ": " + fault,
        "name nodes of the fleet that hold it, leave startNodes out, or set onNeverFits to SKIP");
  }

  private static String inOneUnit(TaskRequest request) {
    TopologyLevel level = request.terms().widestLevel();
    return level == TopologyLevel.HUB ? "" : ", which it requires to be together in one " + level;
  }

  private static Violation refused(
      JobTable jobs, int job, FleetLayout.Group group, FleetLayout layout) {
    return new Violation(
        "jobs[id=" + jobs.id(job) + "]",
        layout.hub(group).id() + " (" + group.typesFor(jobs.request(job)) + ")",
        WaitReason.REFUSED_BY_FILTER
            + ": the filters of the policy let the job nowhere that would hold it",
        "leave filters out or let more through, or set onNeverFits to SKIP");
  }

  private static Violation violation(
      JobTable jobs, int job, Decision.Wait obstacle, FleetLayout layout, QueueTree tree) {
    String closest = "";
    if (obstacle.reason() == WaitReason.REFUSED_BY_FILTER) {
      return refused(jobs, job, layout.group(obstacle.closestGroup()), layout);
    }
    if (HubObstacle.isOne(obstacle)) {
      return HubObstacle.violation(jobs, job, obstacle, layout);
    }
    if (obstacle.queue() != Decision.Wait.NO_QUEUE) {
      closest =
          "; queue %s is short of %d of its %d tasks even when it borrows all it may"
              .formatted(tree.path(obstacle.queue()), obstacle.shortTasks(), jobs.tasksMin(job));
    } else if (obstacle.closestGroup() >= 0) {
      FleetLayout.Group group = layout.group(obstacle.closestGroup());
      Hub hub = layout.hub(group);
      closest =
          "; closest is hub %s (%s), short of %d of its %d tasks%s"
              .formatted(
                  hub.id(),
                  group.typesFor(jobs.request(job)),
                  obstacle.shortTasks(),
                  jobs.tasksMin(job),
                  inOneUnit(jobs.request(job)));
    }
    return new Violation(
        "jobs[id=" + jobs.id(job) + "]",
        jobs.tasksMin(job)
            + " tasks of "
            + jobs.request(job).milliDevices() / 1000.0
            + " devices "
            + jobs.request(job).deviceTypes(),
        obstacle.reason() + ": " + obstacle.reason().meaning() + closest,
        obstacle.queue() == Decision.Wait.NO_QUEUE
            ? "make the fleet larger or the job smaller, or set onNeverFits to SKIP"
            : "raise the queue's nominal or borrowingLimit, make the job smaller, or set"
                + " onNeverFits to SKIP");
  }
}
