package org.suanwang.scheduling.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.ExperimentMetric;
import org.suanwang.scheduling.experiment.ExperimentReport;
import org.suanwang.scheduling.experiment.MeanEstimate;
import org.suanwang.scheduling.experiment.PairedComparison;
import org.suanwang.scheduling.experiment.PolicyMeans;
import org.suanwang.scheduling.experiment.RunRow;
import org.suanwang.scheduling.experiment.RunState;

/** What an experiment found. */
@Schema(description = "What an experiment found, from the runs that completed so far")
public record ExperimentResultsView(
    String id,
    RunState state,
    @Schema(description = "What to know before reading the numbers") List<String> notes,
    @Schema(description = "The metrics, their units, and whether more of them is better")
        Map<String, MetricView> metrics,
    @Schema(description = "Each policy by itself") List<PolicyView> policies,
    @Schema(description = "Each pair of policies, or each against the baseline, on the same input")
        List<ComparisonView> comparisons,
    @Schema(description = "A page of the runs") Listing<RunView> runs) {
  /** What a metric is. */
  public record MetricView(String unit, boolean moreIsBetter) {}

  /** A mean with its interval. */
  @Schema(
      description =
          "Mean over the seeds with its 95 % interval by Student's t; withheldBecause says why there"
              + " is no interval")
  public record EstimateView(
      int seeds,
      @Nullable Double mean,
      @Nullable Double standardDeviation,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String withheldBecause) {
    static EstimateView of(MeanEstimate e) {
      return new EstimateView(
          e.seeds(), e.mean(), e.standardDeviation(), e.low(), e.high(), e.withheldBecause());
    }
  }

  /** A policy by itself. */
  public record PolicyView(
      String policy, int runs, int runsCompleted, Map<String, EstimateView> means) {
    static PolicyView of(PolicyMeans p) {
      return new PolicyView(
          p.policy(), p.runs(), p.runsCompleted(), byField(p.means(), EstimateView::of));
    }
  }

  /** A policy against another. */
  public record ComparisonView(
      String policy,
      String baseline,
      @Schema(description = "Workload × fleet × seed for which both runs completed") int pairs,
      @Schema(
              description =
                  "Of them, those in which the one completed more jobs than the other: means over"
                      + " completed jobs are then not of the same jobs")
          int pairsWithUnequalCompletions,
      Map<String, DifferenceView> differences) {
    static ComparisonView of(PairedComparison c) {
      return new ComparisonView(
          c.policy(),
          c.baseline(),
          c.pairs(),
          c.pairsWithUnequalCompletions(),
          byField(c.differences(), DifferenceView::of));
    }
  }

  /** A difference in one metric. */
  public record DifferenceView(
      @Schema(description = "policy − baseline") EstimateView difference,
      @Schema(description = "Mean difference ÷ mean of the baseline") @Nullable Double relative,
      @Schema(description = "Pairs in which the policy was better") int wins,
      int ties,
      int losses) {
    static DifferenceView of(PairedComparison.Difference d) {
      return new DifferenceView(
          EstimateView.of(d.difference()), d.relative(), d.wins(), d.ties(), d.losses());
    }
  }

  /** One run. */
  @Schema(description = "One run; values are null where they are not known")
  public record RunView(
      int number,
      String simulation,
      String workload,
      String fleet,
      long seed,
      String policy,
      RunState state,
      @Nullable String failure,
      @Nullable Integer jobs,
      @Nullable Integer jobsCompleted,
      @Nullable String eventLogHash,
      Map<String, @Nullable Double> values) {
    static RunView of(RunRow r) {
      Map<String, @Nullable Double> values = new LinkedHashMap<>();
      for (ExperimentMetric metric : ExperimentMetric.values()) {
        values.put(metric.field(), r.value(metric));
      }
      return new RunView(
          r.number(),
          r.id(),
          r.workload(),
          r.fleet(),
          r.seed(),
          r.policy(),
          r.state(),
          r.failure(),
          r.jobs(),
          r.jobsCompleted(),
          r.eventLogHash(),
          values);
    }
  }

  private static <A, B> Map<String, B> byField(
      Map<ExperimentMetric, A> values, Function<A, B> view) {
    Map<String, B> byField = new LinkedHashMap<>();
    values.forEach((metric, value) -> byField.put(metric.field(), view.apply(value)));
    return byField;
  }

  static ExperimentResultsView of(
      String id, RunState state, ExperimentReport report, List<RunRow> rows, Paging paging) {
    Map<String, MetricView> metrics = new LinkedHashMap<>();
    for (ExperimentMetric m : ExperimentMetric.values()) {
      metrics.put(m.field(), new MetricView(m.unit(), m.moreIsBetter()));
    }
    int from = (int) Math.min(rows.size(), paging.from());
    int to = Math.min(rows.size(), from + paging.limit());
    return new ExperimentResultsView(
        id,
        state,
        report.notes(),
        metrics,
        report.policies().stream().map(PolicyView::of).toList(),
        report.comparisons().stream().map(ComparisonView::of).toList(),
        Listing.of(
            rows.subList(from, to).stream().map(RunView::of).toList(),
            to < rows.size() ? (Long) (long) to : null));
  }
}
