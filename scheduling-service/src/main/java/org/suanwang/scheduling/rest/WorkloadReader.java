package org.suanwang.scheduling.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.FittedCluster;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.KnownData;
import org.suanwang.scheduling.workload.ReplicaJobs;
import org.suanwang.scheduling.workload.Workload;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads a {@link WorkloadRequest} and notes everything that is wrong with it. */
final class WorkloadReader {
  private static final int NAMED_JOBS_MAX = 200_000;

  private final Findings findings = new Findings();
  private final Set<String> ids = new HashSet<>();
  private final KnownData known = new KnownData();
  private final FittedCluster.Directory clusters;

  private WorkloadReader(FittedCluster.Directory clusters) {
    this.clusters = clusters;
  }

  /**
   * Reads the whole request.
   *
   * @param clusters whom generated jobs may be like
   * @param recordings finds recorded requests by the id of their workload; null when there are none
   * @throws org.suanwang.scheduling.check.InvalidInputException with everything that is wrong
   */
  static Workload read(
      WorkloadRequest request,
      FittedCluster.Directory clusters,
      Function<String, @Nullable RequestTable> recordings) {
    return new WorkloadReader(clusters).readAll(request, recordings);
  }

  private Workload readAll(
      WorkloadRequest request, Function<String, @Nullable RequestTable> recordings) {
    String name = findings.name("name", request.name(), WorkloadLimits.NAME_LENGTH_MAX);
    List<WorkloadRequest.@Nullable JobRequest> jobs =
        Objects.requireNonNullElse(request.jobs(), List.of());
    findings.require(
        jobs.size() <= NAMED_JOBS_MAX,
        "jobs",
        jobs.size() + " jobs",
        "at most " + NAMED_JOBS_MAX,
        "send them as a text/csv trace, or describe them as background");
    WorkloadRequest.BackgroundRequest generated = request.background();
    findings.throwIfAny();
    Instant epoch = epoch(request, jobs, generated);
    JobTable.Builder table = readJobs(jobs, epoch);
    Background background =
        generated == null ? null : new BackgroundReader(findings, epoch, clusters).read(generated);
    ServiceReader reader = new ServiceReader(findings, recordings);
    List<InferenceService> services = reader.read(request.services());
    findings.throwIfAny();
    requireOwnClass(services, jobs, background);
    reader.addReplicas(table);
    int size = table.size() + (background == null ? 0 : background.jobs());
    findings.require(
        size >= 1 && size <= WorkloadLimits.JOBS_MAX,
        "jobs",
        size + " jobs",
        "must be 1 to " + WorkloadLimits.JOBS_MAX + " with the background and the replicas",
        "name jobs, describe a background, or a service that wants a replica");
    findings.throwIfAny();
    return new Workload(name, epoch, table.build(), background, services, null);
  }

  /** Jobs that look like replicas would be counted among them. */
  private void requireOwnClass(
      List<InferenceService> services,
      List<WorkloadRequest.@Nullable JobRequest> jobs,
      @Nullable Background background) {
    if (services.isEmpty()) {
      return;
    }
    for (int i = 0; i < jobs.size() && !findings.isFull(); i++) {
      WorkloadRequest.JobRequest job = jobs.get(i);
      if (job != null) {
        requireOwn("jobs[" + i + "].id", job.id());
        requireOwn("jobs[" + i + "].class", job.jobClass());
      }
    }
    requireOwn("background.class", background == null ? null : background.jobClass());
  }

  private void requireOwn(String field, @Nullable String name) {
    findings.require(
        name == null || !name.startsWith(ReplicaJobs.CLASS_PREFIX),
        field,
        name,
        "ids and classes of replicas start with " + ReplicaJobs.CLASS_PREFIX,
        "choose another name");
  }

  private JobTable.Builder readJobs(
      List<WorkloadRequest.@Nullable JobRequest> jobs, Instant epoch) {
    JobTable.Builder table = new JobTable.Builder();
    for (int i = 0; i < jobs.size() && !findings.isFull(); i++) {
      String field = "jobs[" + i + "]";
      WorkloadRequest.JobRequest job = jobs.get(i);
      if (job == null) {
        findings.add(field, null, "must be a job", "remove the null");
      } else {
        checkId(field + ".id", job.id());
        Job read = new JobReader(findings, field, epoch).read(job);
        requireSameData(field + ".data", read.request().terms().hubs().data());
        table.add(read);
      }
    }
    return table;
  }

  private void requireSameData(String field, @Nullable JobData data) {
    findings.require(known.take(data), field, data, KnownData.RULE, KnownData.REMEDY);
  }

  private void checkId(String field, @Nullable String given) {
    String id = findings.name(field, given, WorkloadLimits.NAME_LENGTH_MAX);
    findings.require(
        id.isEmpty() || ids.add(id), field, id, "must be unique", "rename one of the jobs");
    findings.require(
        !id.startsWith(JobTable.GENERATED_PREFIX),
        field,
        id,
        "names of generated jobs start with " + JobTable.GENERATED_PREFIX,
        "rename the job");
  }

  /** As given, or the earliest instant named, or 1970 when there is none. */
  private Instant epoch(
      WorkloadRequest request,
      List<WorkloadRequest.@Nullable JobRequest> jobs,
      WorkloadRequest.@Nullable BackgroundRequest generated) {
    if (request.epoch() != null) {
      Instant epoch = findInstant(request.epoch());
      findings.require(
          epoch != null,
          "epoch",
          request.epoch(),
          "must be an instant of the years 1900 to 2200",
          "write 2025-01-01T00:00:00Z");
      findings.throwIfAny();
      return Objects.requireNonNullElse(epoch, Instant.EPOCH);
    }
    Stream<@Nullable String> named =
        jobs.stream().filter(Objects::nonNull).map(WorkloadRequest.JobRequest::submitAt);
    String start = generated == null ? null : generated.start();
    return Stream.concat(named, Stream.ofNullable(start))
        .filter(Objects::nonNull)
        .map(WorkloadReader::findInstant)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** Null when it is no instant, or one outside the years 1900 to 2200. */
  static @Nullable Instant findInstant(String text) {
    try {
      Instant instant = Instant.parse(text);
      boolean sensible =
          instant.isAfter(Instant.parse("1900-01-01T00:00:00Z"))
              && instant.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
      return sensible ? instant : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
