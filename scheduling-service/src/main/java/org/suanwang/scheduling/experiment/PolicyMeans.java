package org.suanwang.scheduling.experiment;

import java.util.EnumMap;
import java.util.Map;

/**
 * A policy by itself: the mean of each metric over the seeds, each seed's value being the mean over
 * the cells.
 *
 * @param policy label
 * @param runs how many were to be run
 * @param runsCompleted of them
 * @param means by metric
 */
public record PolicyMeans(
    String policy, int runs, int runsCompleted, Map<ExperimentMetric, MeanEstimate> means) {
  static PolicyMeans of(RunTable table, String label, int policy) {
    boolean sameLogs = table.hasSameLogs(policy);
    Map<ExperimentMetric, MeanEstimate> means = new EnumMap<>(ExperimentMetric.class);
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      double[] values = table.bySeed((cell, seed) -> table.row(cell, seed, policy).value(metric));
      means.put(metric, MeanEstimate.of(values, sameLogs));
    }
    return new PolicyMeans(label, table.cells() * table.seeds(), table.completed(policy), means);
  }
}
