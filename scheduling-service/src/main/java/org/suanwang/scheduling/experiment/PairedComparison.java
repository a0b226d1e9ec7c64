package org.suanwang.scheduling.experiment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A policy against another on the same input: common random numbers, so what the seeds make of the
 * workload falls out of the differences.
 *
 * @param policy label
 * @param baseline label of what it is compared with
 * @param pairs workload × fleet × seed for which both runs completed
 * @param pairsWithUnequalCompletions of them, those in which the one completed more jobs than the
 *     other, so that means over completed jobs are not of the same jobs
 * @param differences by metric
 */
public record PairedComparison(
    String policy,
    String baseline,
    int pairs,
    int pairsWithUnequalCompletions,
    Map<ExperimentMetric, Difference> differences) {
  /** Values nearer than this share of the larger are the same but for rounding. */
  private static final double TIE = 1e-9;

  /**
   * Of one metric.
   *
   * @param difference policy − baseline, mean over the seeds of the mean over the cells
   * @param relative that mean ÷ the baseline's over the same pairs; null where that is 0
   * @param wins pairs in which the policy was better
   * @param ties pairs in which they were the same
   * @param losses pairs in which it was worse
   */
  public record Difference(
      MeanEstimate difference, @Nullable Double relative, int wins, int ties, int losses) {}

  static PairedComparison of(RunTable table, ExperimentSpec spec, int policy, int baseline) {
    int pairs = 0;
    int unequal = 0;
    for (int cell = 0; cell < table.cells(); cell++) {
      for (int seed = 0; seed < table.seeds(); seed++) {
        Integer mine = table.row(cell, seed, policy).jobsCompleted();
        Integer theirs = table.row(cell, seed, baseline).jobsCompleted();
        if (mine != null && theirs != null) {
          pairs++;
          unequal += mine.equals(theirs) ? 0 : 1;
        }
      }
    }
    Map<ExperimentMetric, Difference> differences = new EnumMap<>(ExperimentMetric.class);
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      differences.put(metric, difference(table, metric, policy, baseline));
    }
    return new PairedComparison(
        spec.policies().get(policy).label(),
        spec.policies().get(baseline).label(),
        pairs,
        unequal,
        differences);
  }

  private static Difference difference(
      RunTable table, ExperimentMetric metric, int policy, int baseline) {
    int[] counts = new int[3];
    for (int cell = 0; cell < table.cells(); cell++) {
      for (int seed = 0; seed < table.seeds(); seed++) {
        Double mine = table.row(cell, seed, policy).value(metric);
        Double theirs = table.row(cell, seed, baseline).value(metric);
        if (mine != null && theirs != null) {
          counts[1 + place(metric, mine, theirs)]++;
        }
      }
    }
    boolean sameLogs = table.hasSameLogs(policy) && table.hasSameLogs(baseline);
    double[] differences =
        table.bySeed(paired(table, metric, policy, baseline, (mine, theirs) -> mine - theirs));
    double[] bases =
        table.bySeed(paired(table, metric, policy, baseline, (mine, theirs) -> theirs));
    MeanEstimate estimate = MeanEstimate.of(differences, sameLogs);
    return new Difference(
        estimate,
        relative(estimate, MeanEstimate.of(bases, sameLogs)),
        counts[0],
        counts[1],
        counts[2]);
  }

  /** What is asked of two values of a pair. */
  private static RunTable.CellValue paired(
      RunTable table,
      ExperimentMetric metric,
      int policy,
      int baseline,
      DoubleBinaryOperator operator) {
    return (cell, seed) -> {
      Double mine = table.row(cell, seed, policy).value(metric);
      Double theirs = table.row(cell, seed, baseline).value(metric);
      return mine == null || theirs == null ? null : (Double) operator.applyAsDouble(mine, theirs);
    };
  }

  private static @Nullable Double relative(MeanEstimate difference, MeanEstimate base) {
    Double mean = difference.mean();
    double of = Objects.requireNonNullElse(base.mean(), 0.0);
    return mean == null || of == 0 ? null : (Double) (mean / of);
  }

  /** −1 for a win, 0 for a tie, 1 for a loss. */
  private static int place(ExperimentMetric metric, double mine, double theirs) {
    double scale = Math.max(Math.abs(mine), Math.abs(theirs));
    if (Math.abs(mine - theirs) <= TIE * scale) {
      return 0;
    }
    return mine > theirs == metric.moreIsBetter() ? -1 : 1;
  }
}
