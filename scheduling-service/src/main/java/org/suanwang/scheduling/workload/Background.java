package org.suanwang.scheduling.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seeded description of generated jobs; the jobs themselves are drawn when a fleet is known.
 *
 * @param seed of the generator; null takes the seed of the simulation
 * @param jobs how many
 * @param startSeconds first possible arrival, seconds since the workload's epoch
 * @param days over which the jobs arrive on average: the mean time between arrivals is days / jobs
 * @param jobClass class of all of them
 * @param devices device types to draw from, each as likely; empty means the fleet's own mix,
 *     weighted by devices
 * @param fractionalShare share of the jobs that ask for a part of one device, 0 to 1
 * @param duration law of the run times
 * @param like whom they are like; then sizes, run times and arrivals go by that, and the two laws
 *     before it are not looked at; null for nobody
 */
public record Background(
    @Nullable Long seed,
    int jobs,
    long startSeconds,
    double days,
    String jobClass,
    List<String> devices,
    double fractionalShare,
    DurationLaw duration,
    @Nullable Likeness like) {
  public Background {
    devices = List.copyOf(devices);
  }

  /** Jobs by laws of their own. */
  public Background(
      @Nullable Long seed,
      int jobs,
      long startSeconds,
      double days,
      String jobClass,
      List<String> devices,
      double fractionalShare,
      DurationLaw duration) {
    this(seed, jobs, startSeconds, days, jobClass, devices, fractionalShare, duration, null);
  }
}
