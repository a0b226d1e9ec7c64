package org.suanwang.scheduling.metrics;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.inference.FluidResult;

/**
 * What became of a service with the replicas that really got devices.
 *
 * @param name of the service
 * @param model that it serves
 * @param deviceType of its replicas
 * @param fluid what became of its requests
 * @param replicaJobs how often a replica was wanted
 * @param replicaJobsStarted of them, how many got devices
 * @param replicaHoursWanted replicas × time
 * @param replicaHoursServing the same of replicas that had loaded their model
 * @param deviceHours that they held
 * @param kilowattHours design power × time held × PUE; null when the power is not known
 * @param costCny price × time held; null when no device they held has a price
 * @param performanceAssumed whether the speed of a replica was derived and not measured
 * @param performanceBasis where it comes from
 */
public record ServiceResult(
    String name,
    String model,
    String deviceType,
    FluidResult fluid,
    int replicaJobs,
    int replicaJobsStarted,
    double replicaHoursWanted,
    double replicaHoursServing,
    double deviceHours,
    @Nullable Double kilowattHours,
    @Nullable Double costCny,
    boolean performanceAssumed,
    String performanceBasis) {
  private static final double MILLION = 1e6;

  /** Per million tokens of prompts and answers that were served; null when not known. */
  public @Nullable Double costCnyPerMillionTokens() {
    return perMillionTokens(costCny);
  }

  /** Per million tokens of prompts and answers that were served; null when not known. */
  public @Nullable Double kilowattHoursPerMillionTokens() {
    return perMillionTokens(kilowattHours);
  }

  private @Nullable Double perMillionTokens(@Nullable Double value) {
    return value == null || fluid.tokens() == 0
        ? null
        : (Double) (value / (fluid.tokens() / MILLION));
  }
}
