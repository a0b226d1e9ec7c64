package org.suanwang.scheduling.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.Workload;

/** A workload that is kept. */
@Schema(description = "A workload as it is kept; it never changes")
public record WorkloadResponse(
    String id,
    String name,
    Instant epoch,
    @Schema(description = "Named and generated jobs") int jobs,
    int namedJobs,
    int backgroundJobs,
    @Schema(
            description =
                "Of the named jobs only, on the devices they were timed on; what generated jobs take"
                    + " depends on the fleet, and a simulation tells it")
        Measure namedDeviceHours,
    @Schema(
            description =
                "Of an SWF log, when it is sent: lines of which run time or processors are unknown, or"
                    + " that tell of a part of a job")
        @Nullable Integer jobsLeftOut,
    Instant createdAt) {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;

  static WorkloadResponse of(Stored<Workload> stored) {
    return of(stored, null);
  }

  static WorkloadResponse of(Stored<Workload> stored, @Nullable Integer jobsLeftOut) {
    Workload workload = stored.value();
    JobTable jobs = workload.jobs();
    double milliSeconds = 0;
    for (int job = 0; job < jobs.size(); job++) {
      milliSeconds += (double) jobs.milliDevices(job) * jobs.workSeconds(job);
    }
    return new WorkloadResponse(
        stored.id(),
        workload.name(),
        workload.epoch(),
        workload.size(),
        jobs.size(),
        workload.size() - jobs.size(),
        Measure.of(milliSeconds / MILLI_SECONDS_PER_HOUR, "device.h"),
        jobsLeftOut,
        stored.createdAt());
  }
}
