package org.suanwang.scheduling.experiment;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run of an experiment, short enough to hold thousands.
 *
 * @param number of the run in its experiment, from 0
 * @param id of the simulation
 * @param workload id
 * @param fleet id
 * @param seed of everything random that has no seed of its own
 * @param policy label of the variant
 * @param state where it is
 * @param failure when failed, why
 * @param jobs all jobs; null when not completed
 * @param jobsCompleted of them; null when not completed
 * @param eventLogHash null when not completed
 * @param values by metric; those that are not known are not in it
 */
public record RunRow(
    int number,
    String id,
    String workload,
    String fleet,
    long seed,
    String policy,
    RunState state,
    @Nullable String failure,
    @Nullable Integer jobs,
    @Nullable Integer jobsCompleted,
    @Nullable String eventLogHash,
    Map<ExperimentMetric, Double> values) {
  /** Takes of a run what is compared. */
  public static RunRow of(int number, PolicyVariant policy, Run run) {
    SimulationResult result = run.result();
    Map<ExperimentMetric, Double> values = new EnumMap<>(ExperimentMetric.class);
    if (result != null) {
      for (ExperimentMetric metric : ExperimentMetric.values()) {
        Double value = metric.value(result);
        if (value != null) {
          values.put(metric, value);
        }
      }
    }
    return new RunRow(
        number,
        run.id(),
        run.spec().workload(),
        run.spec().fleet(),
        run.spec().seed(),
        policy.label(),
        run.state(),
        run.failure(),
        result == null ? null : (Integer) result.metrics().jobs(),
        result == null ? null : (Integer) result.metrics().jobsCompleted(),
        result == null ? null : result.eventLogHash(),
        values);
  }

  /** Of a metric; null when the run is not completed or does not tell it. */
  public @Nullable Double value(ExperimentMetric metric) {
    return values.get(metric);
  }
}
