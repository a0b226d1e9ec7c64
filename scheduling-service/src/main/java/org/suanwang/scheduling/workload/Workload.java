package org.suanwang.scheduling.workload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Checkpoint;

/**
 * Named jobs, and perhaps a description of generated ones.
 *
 * @param name for people
 * @param epoch the instant that second 0 of the simulation stands for
 * @param jobs the named jobs
 * @param background the generated ones; null when there are none
 */
public record Workload(String name, Instant epoch, JobTable jobs, @Nullable Background background) {
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
