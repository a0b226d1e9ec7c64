package org.suanwang.scheduling.rest;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.ReplicaJobs;
import org.suanwang.scheduling.workload.Workload;

/** A workload that is kept. */
@Schema(description = "A workload as it is kept; it never changes")
public record WorkloadResponse(
    String id,
    String name,
    Instant epoch,
    @Schema(description = "Named and generated jobs") int jobs,
    @Schema(description = "Those of replicas among them") int namedJobs,
    int backgroundJobs,
    @Schema(
            description =
                "Of the named jobs only, on the devices they were timed on; what generated jobs take"
                    + " depends on the fleet, and a simulation tells it")
        Measure namedDeviceHours,
    @Schema(
            description =
                "Of a recorded trace, when it is sent: entries that are not among the jobs; by reason"
                    + " in leftOut")
        @Nullable Integer jobsLeftOut,
    @Schema(description = "Of a recorded trace, when it is sent: entries left out, by the reason")
        @Nullable Map<String, Integer> leftOut,
    @Schema(
            description =
                "Of a recorded trace, when it is sent: jobs that are not quite as it has them, by what"
                    + " was done to them")
        @Nullable Map<String, Integer> changed,
    @Schema(description = "Inference services") int services,
    @Schema(description = "Jobs that the replicas of the services are") int replicaJobs,
    @Schema(description = "Recorded requests to a language model") int requests,
    Instant createdAt) {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;

  static WorkloadResponse of(Stored<Workload> stored) {
    return of(stored, null, null);
  }

  static WorkloadResponse of(TraceLoader.Loaded loaded) {
    return of(loaded.workload(), loaded.leftOut(), loaded.changed());
  }

  private static WorkloadResponse of(
      Stored<Workload> stored,
      @Nullable Map<String, Integer> leftOut,
      @Nullable Map<String, Integer> changed) {
    Workload workload = stored.value();
    JobTable jobs = workload.jobs();
    double milliSeconds = 0;
    int replicaJobs = 0;
    boolean hasServices = !workload.services().isEmpty();
    for (int job = 0; job < jobs.size(); job++) {
      milliSeconds += (double) jobs.milliDevices(job) * jobs.workSeconds(job);
      boolean isReplica = hasServices && jobs.jobClass(job).startsWith(ReplicaJobs.CLASS_PREFIX);
      replicaJobs += isReplica ? 1 : 0;
    }
    return new WorkloadResponse(
        stored.id(),
        workload.name(),
        workload.epoch(),
        workload.size(),
        jobs.size(),
        workload.size() - jobs.size(),
        Measure.of(milliSeconds / MILLI_SECONDS_PER_HOUR, "device.h"),
        leftOut == null ? null : leftOut.values().stream().mapToInt(Integer::intValue).sum(),
        leftOut,
        changed,
        workload.services().size(),
        replicaJobs,
        workload.requests() == null ? 0 : workload.requests().size(),
        stored.createdAt());
  }
}
