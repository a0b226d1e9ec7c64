package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.inference.Autoscaler;
import org.suanwang.scheduling.inference.InferenceLimits;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.Replica;
import org.suanwang.scheduling.inference.ReplicaPlace;
import org.suanwang.scheduling.inference.RequestClass;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.inference.ScalingRule;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.ReplicaJobs;
import org.suanwang.scheduling.workload.Tenant;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads the services of a workload. */
final class ServiceReader {
  private static final int NAME_LENGTH_MAX = 60;
  private static final long STEP_DEFAULT = 300;
  private static final long STEP_MAX = 86_400;
  private static final double TARGET_DEFAULT = 0.7;
  private static final double TARGET_MIN = 0.01;
  private static final double TOLERANCE_MAX = 10;
  private static final long SCALING_SECONDS_MAX = 86_400;
  private static final int PRIORITY_MAX = 1_000_000_000;

  private final Findings findings;
  private final Function<String, @Nullable RequestTable> recordings;
  private final List<InferenceService> services = new ArrayList<>();

  /**
   * Notes what is wrong.
   *
   * @param recordings finds recorded requests by the id of their workload; null when there are none
   */
  ServiceReader(Findings findings, Function<String, @Nullable RequestTable> recordings) {
    this.findings = findings;
    this.recordings = recordings;
  }

  List<InferenceService> read(@Nullable List<@Nullable ServiceRequest> given) {
    List<@Nullable ServiceRequest> all = Objects.requireNonNullElse(given, List.of());
    findings.require(
        all.size() <= InferenceLimits.SERVICES_MAX,
        "services",
        all.size() + " services",
        "at most " + InferenceLimits.SERVICES_MAX,
        "put services together");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.size() && !findings.isFull(); i++) {
      String field = "services[" + i + "]";
      ServiceRequest one = all.get(i);
      if (findings.require(one != null, field, null, "must be a service", "remove the null")
          && one != null) {
        String name = findings.name(field + ".name", one.name(), NAME_LENGTH_MAX);
        findings.require(
            name.isEmpty() || names.add(name),
            field + ".name",
            name,
            "must be unique in its workload",
            "rename one of the services");
        read(field, name, one);
      }
    }
    return services;
  }

  private void read(String field, String name, ServiceRequest given) {
    StepClock clock = clock(field, given);
    ScalingRule scaling = scaling(field + ".scaling.", given.scaling());
    List<RequestClass> classes =
        new RequestClassReader(findings, clock, recordings)
            .read(field + ".classes", given.classes());
    ServiceRequest.ReplicaRequest one = given.replica();
    if (one == null) {
      findings.add(field + ".replica", null, "is required", "say what a replica holds and can do");
      return;
    }
    ReplicaReader reader = new ReplicaReader(findings, field + ".replica", one);
    Replica replica = reader.read();
    String model =
        given.model() == null
            ? name
            : findings.name(field + ".model", given.model(), WorkloadLimits.NAME_LENGTH_MAX);
    double patience =
        findings.number(
            field + ".patienceSeconds",
            given.patienceSeconds(),
            1e-3,
            WorkloadLimits.SECONDS_MAX,
            WorkloadLimits.SECONDS_MAX);
    ReplicaPlace place = place(field, given, one, reader);
    if (findings.isEmpty() && replica != null) {
      services.add(
          new InferenceService(name, model, place, replica, scaling, clock, patience, classes));
    }
  }

  private StepClock clock(String field, ServiceRequest given) {
    long start =
        findings.whole(
            field + ".startSeconds", given.startSeconds(), 0, WorkloadLimits.SECONDS_MAX, 0);
    long step =
        findings.whole(field + ".stepSeconds", given.stepSeconds(), 1, STEP_MAX, STEP_DEFAULT);
    Long told = given.durationSeconds();
    String at = field + ".durationSeconds";
    findings.require(told != null, at, null, "is required", "say for how long it is served");
    long duration = findings.whole(at, told, 1, WorkloadLimits.SECONDS_MAX - start, step);
    long steps = duration / step;
    boolean holds =
        findings.require(
            duration % step == 0 && steps <= InferenceLimits.STEPS_MAX,
            at,
            told,
            "must be 1 to "
                + InferenceLimits.STEPS_MAX
                + " whole steps of "
                + step
                + " s, which is stepSeconds",
            "choose a multiple of stepSeconds, or longer steps");
    return new StepClock(start, step, holds ? (int) Math.max(1, steps) : 1);
  }

  private ScalingRule scaling(String at, ServiceRequest.@Nullable ScalingRequest given) {
    int min =
        findings.whole(
            at + "replicasMin",
            given == null ? null : given.replicasMin(),
            0,
            InferenceLimits.REPLICAS_MAX,
            1);
    int least = Math.max(1, min);
    return new ScalingRule(
        min,
        findings.whole(
            at + "replicasMax",
            given == null ? null : given.replicasMax(),
            least,
            InferenceLimits.REPLICAS_MAX,
            least),
        findings.number(
            at + "targetUtilisation",
            given == null ? null : given.targetUtilisation(),
            TARGET_MIN,
            1,
            TARGET_DEFAULT),
        findings.number(
            at + "tolerance",
            given == null ? null : given.tolerance(),
            0,
            TOLERANCE_MAX,
            ScalingRule.TOLERANCE_DEFAULT),
        findings.whole(
            at + "stabilisationSeconds",
            given == null ? null : given.stabilisationSeconds(),
            0,
            SCALING_SECONDS_MAX,
            ScalingRule.STABILISATION_SECONDS_DEFAULT),
        findings.whole(
            at + "startSeconds",
            given == null ? null : given.startSeconds(),
            0,
            SCALING_SECONDS_MAX,
            0));
  }

  private ReplicaPlace place(
      String field,
      ServiceRequest given,
      ServiceRequest.ReplicaRequest replica,
      ReplicaReader reader) {
    String tenant = Objects.requireNonNullElse(given.tenant(), Tenant.DEFAULT);
    findings.require(Tenant.isPath(tenant), field + ".tenant", tenant, Tenant.RULE, "name a queue");
    String region = given.region();
    boolean regionRequired = Boolean.TRUE.equals(given.regionRequired());
    findings.require(
        region != null || !regionRequired,
        field + ".regionRequired",
        regionRequired,
        "needs a region",
        "name a region or leave it out");
    return new ReplicaPlace(
        findings.name(
            field + ".replica.deviceType", replica.deviceType(), WorkloadLimits.NAME_LENGTH_MAX),
        reader.tasks(),
        reader.devicesPerTask(),
        region == null
            ? null
            : findings.name(field + ".region", region, WorkloadLimits.NAME_LENGTH_MAX),
        regionRequired,
        findings.whole(field + ".priority", given.priority(), -PRIORITY_MAX, PRIORITY_MAX, 0),
        tenant,
        new HubTermsReader(findings, field).latency(given.latency()));
  }

  /** Adds the replicas to the jobs, as far as they are not too many. */
  void addReplicas(JobTable.Builder jobs) {
    for (int i = 0; i < services.size(); i++) {
      InferenceService service = services.get(i);
      int[] wanted = Autoscaler.replicas(service);
      long all = jobs.size() + ReplicaJobs.count(wanted);
      if (findings.require(
          all <= WorkloadLimits.JOBS_MAX,
          "services[" + i + "]",
          all + " jobs with its replicas",
          "at most " + WorkloadLimits.JOBS_MAX,
          "make the steps longer or stabilisationSeconds greater")) {
        ReplicaJobs.addTo(jobs, service, wanted);
      }
    }
  }
}
