package org.suanwang.scheduling.workload;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A cluster whose published statistics generated jobs are fitted to: how many devices a job has,
 * how long it runs, how often it ends badly, and at which hours of the week jobs come. Times that
 * failed and cancelled jobs ran are in the published run times, so they are in these.
 *
 * @param id as a request names it
 * @param sizes devices of a job, with their shares of the jobs
 * @param medianSeconds of the run times of jobs of one device or less
 * @param growthPerDoubling the median of jobs of twice the devices, as a multiple
 * @param sigma standard deviation of the logarithm of run times among jobs of one size
 * @param secondsMax no run time is longer
 * @param failedShare of the jobs, 0 to 1; 0 where nothing is published
 * @param cancelledShare likewise
 * @param hourWeights how many jobs come in each hour of the week beside the mean, from Monday 0 h
 */
public record FittedCluster(
    String id,
    List<Size> sizes,
    double medianSeconds,
    double growthPerDoubling,
    double sigma,
    long secondsMax,
    double failedShare,
    double cancelledShare,
    List<Double> hourWeights) {
  /** Hours of a week. */
  public static final int WEEK_HOURS = 168;

  /**
   * A number of devices.
   *
   * @param devices whole ones, or a part of one
   * @param share of the jobs, 0 to 1
   */
  public record Size(double devices, double share) {}

  /** Where such clusters are described. */
  public interface Directory {
    /** The cluster of this id. */
    Optional<FittedCluster> find(String id);

    /** All ids, in order. */
    List<String> ids();
  }

  /** Checks that shares and weights are what their names say. */
  public FittedCluster {
    sizes = List.copyOf(sizes);
    hourWeights = List.copyOf(hourWeights);
    double all = sizes.stream().mapToDouble(Size::share).sum();
    if (Math.abs(all - 1) > 1e-4) {
      throw new IllegalArgumentException("shares of sizes add up to " + all);
    }
    if (failedShare < 0 || cancelledShare < 0 || failedShare + cancelledShare > 1) {
      throw new IllegalArgumentException("shares of failed and cancelled jobs");
    }
    if (hourWeights.size() != WEEK_HOURS || hourWeights.stream().anyMatch(w -> !(w > 0))) {
      throw new IllegalArgumentException("a weight above 0 for each hour of the week");
    }
    if (!(medianSeconds > 0 && growthPerDoubling > 0 && sigma >= 0 && secondsMax > 0)) {
      throw new IllegalArgumentException("run times");
    }
  }

  /** One run time of a job of so many devices, in seconds. */
  long drawSeconds(double devices, SplittableRandom random) {
    double doublings = Math.max(0, StrictMath.log(devices) / StrictMath.log(2));
    double median = medianSeconds * StrictMath.pow(growthPerDoubling, doublings);
    double seconds = median * StrictMath.exp(sigma * Draws.normal(random));
    return Draws.wholeSeconds(Math.min(seconds, (double) secondsMax));
  }

  /** How a job comes to its end: a cancelled one is stopped by its user. */
  JobEnding drawEnding(SplittableRandom random) {
    double at = Draws.uniform(random);
    if (at < failedShare) {
      return JobEnding.FAILS;
    }
    return at < failedShare + cancelledShare ? JobEnding.STOPPED : JobEnding.COMPLETES;
  }
}
