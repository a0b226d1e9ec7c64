package org.suanwang.scheduling.workload;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.RequestTable;

/**
 * Named jobs, and perhaps a description of generated ones; or recorded requests.
 *
 * @param name for people
 * @param epoch the instant that second 0 of the simulation stands for
 * @param jobs the named jobs, and those that the replicas of the services are
 * @param background the generated ones; null when there are none
 * @param services what is served, of which the replicas are among the jobs
 * @param requests recorded ones, which no simulation of jobs runs; null when there are none
 */
public record Workload(
    String name,
    Instant epoch,
    JobTable jobs,
    @Nullable Background background,
    List<InferenceService> services,
    @Nullable RequestTable requests) {
  public Workload {
    services = List.copyOf(services);
  }

  /** Jobs only. */
  public Workload(String name, Instant epoch, JobTable jobs, @Nullable Background background) {
    this(name, epoch, jobs, background, List.of(), null);
  }

  /** Recorded requests only. */
  public static Workload recorded(String name, Instant epoch, RequestTable requests) {
    return new Workload(name, epoch, JobTable.of(List.of()), null, List.of(), requests);
  }

  /** Named and generated jobs together. */
  public int size() {
    return jobs.size() + (background == null ? 0 : background.jobs());
  }

  /**
   * All jobs as a run sees them: the generated ones drawn for this fleet and seed.
   *
   * @param checkpoint passed for every job that is drawn
   */
  public JobTable draw(SupplyMix mix, long seed, Checkpoint checkpoint) {
    if (background == null) {
      return jobs;
    }
    JobTable.Builder all = new JobTable.Builder().addAll(jobs);
    new BackgroundGenerator(background, mix, seed).drawInto(all, checkpoint);
    return all.build();
  }
}
