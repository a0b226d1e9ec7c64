package org.suanwang.scheduling.rounds;

import java.util.List;
import java.util.stream.IntStream;
import org.suanwang.scheduling.check.Checkpoint;

/** What no schedule comes below, whether jobs share devices or not. */
public final class RoundBound {
  private RoundBound() {}

  /** A job that never waits and shares nothing, on the device type that is fastest for it. */
  public static double fastestSeconds(ThroughputMatrix matrix, RoundJob job) {
    double fastest = 0;
    for (double throughput : matrix.stepsPerSecond()[job.type()]) {
      fastest = Math.max(fastest, throughput);
    }
    return job.steps() / fastest;
  }

  /**
   * The last end of jobs that are all there at first: a linear programme in which jobs are
   * interrupted and moved at no cost as often as one likes (Lawler and Labetoulle 1978).
   *
   * @param isShared whether two may share devices; then the jobs of a type are one, and the longest
   *     job bounds by itself
   */
  public static double makespanSeconds(
      ThroughputMatrix matrix, int[] devices, List<RoundJob> jobs, boolean isShared) {
    ActiveJobs all =
        new ActiveJobs(
            IntStream.range(0, jobs.size()).toArray(),
            jobs.stream().mapToInt(RoundJob::type).toArray(),
            jobs.stream().mapToDouble(RoundJob::steps).toArray(),
            new double[jobs.size()],
            matrix,
            devices,
            Checkpoint.NONE);
    return isShared ? SharingMinimumMakespan.boundSeconds(all) : MinimumMakespan.boundSeconds(all);
  }
}
