package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.diff.JobFate;
import org.suanwang.scheduling.diff.MoveCause;
import org.suanwang.scheduling.diff.RunDiff;
import org.suanwang.scheduling.experiment.ComparedRuns;
import org.suanwang.scheduling.experiment.ExperimentMetric;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.workload.JobTable;

/** Two simulations of the same jobs beside each other. */
@Schema(description = "Two simulations of the same jobs; differences are other − base")
public record RunDiffView(
    ComparedRunView base,
    ComparedRunView other,
    int jobs,
    @Schema(description = "Jobs with another state, time, hub, device type, or interruptions")
        int jobsMoved,
    @Schema(description = "How many jobs moved by which cause") List<CauseView> causes,
    @Schema(description = "By metric; null where one of the runs does not tell it")
        Map<String, MetricDifferenceView> metrics,
    @Schema(description = "Where the event logs part; null when they are the same")
        ComparedRuns.@Nullable Divergence firstDivergence,
    @Schema(description = "A page of the jobs that moved, the largest move first")
        Listing<MoveView> moves) {
  /** One of the runs. */
  public record ComparedRunView(
      String id,
      String fleet,
      String policy,
      long seed,
      long windowSeconds,
      long events,
      String eventLogHash) {
    static ComparedRunView of(Run run) {
      SimulationResult result = Objects.requireNonNull(run.result());
      return new ComparedRunView(
          run.id(),
          run.spec().fleet(),
          run.spec().policy(),
          run.spec().seed(),
          result.metrics().windowSeconds(),
          result.events(),
          result.eventLogHash());
    }
  }

  /** What one cause did. */
  public record CauseView(
      MoveCause cause,
      String meaning,
      int jobs,
      @Schema(description = "Of them, those that are earlier in the other run") int earlier,
      int later,
      @Schema(description = "Sum of their moves") long moveSeconds) {
    static CauseView of(MoveCause cause, RunDiff.CauseCount count) {
      return new CauseView(
          cause, cause.meaning(), count.jobs(), count.earlier(), count.later(), count.seconds());
    }
  }

  /** A metric of both. */
  public record MetricDifferenceView(
      String unit,
      boolean moreIsBetter,
      @Nullable Double base,
      @Nullable Double other,
      @Nullable Double difference) {
    static MetricDifferenceView of(ExperimentMetric metric, ComparedRuns runs) {
      Double base = metric.value(Objects.requireNonNull(runs.base().result()));
      Double other = metric.value(Objects.requireNonNull(runs.other().result()));
      return new MetricDifferenceView(
          metric.unit(),
          metric.moreIsBetter(),
          base,
          other,
          base == null || other == null ? null : (Double) (other - base));
    }
  }

  /** A job that moved. */
  public record MoveView(
      String job,
      @JsonProperty("class") String jobClass,
      double devices,
      long submitSeconds,
      MoveCause cause,
      @Schema(
              description =
                  "By how much its start or its end lies apart, whichever more; a time that did not"
                      + " come counts as the end of its run")
          long moveSeconds,
      FateView base,
      FateView other,
      DifferenceView difference) {
    private static final double MILLI = 1000;

    static MoveView of(JobTable jobs, RunDiff.Move move) {
      return new MoveView(
          jobs.id(move.job()),
          jobs.jobClass(move.job()),
          jobs.milliDevices(move.job()) / MILLI,
          jobs.submitSeconds(move.job()),
          move.cause(),
          move.seconds(),
          FateView.of(move.base()),
          FateView.of(move.other()),
          DifferenceView.of(move.base(), move.other()));
    }
  }

  /** What became of the job in one of the runs. */
  @Schema(description = "Times in seconds since the epoch")
  public record FateView(
      JobState state,
      @Nullable Long startSeconds,
      @Nullable Long endSeconds,
      @Nullable Long waitSeconds,
      @Nullable String hub,
      @Nullable String deviceType,
      @Nullable WaitReason waitReason,
      int preemptions,
      int failures,
      @Schema(description = "How often a job whose turn came later started before it did")
          int passedBy,
      @Schema(description = "Whether it started before a job whose turn came before its own")
          boolean passedOthers) {
    static FateView of(JobFate f) {
      return new FateView(
          f.state(),
          f.startSeconds(),
          f.endSeconds(),
          f.waitSeconds(),
          f.hub(),
          f.deviceType(),
          f.reason(),
          f.preemptions(),
          f.failures(),
          f.passedBy(),
          f.hasPassed());
    }
  }

  /** Other − base; null where one of them has no value. */
  public record DifferenceView(
      @Nullable Long startSeconds,
      @Nullable Long endSeconds,
      @Nullable Long waitSeconds,
      int preemptions,
      int failures) {
    static DifferenceView of(JobFate base, JobFate other) {
      return new DifferenceView(
          difference(base.startSeconds(), other.startSeconds()),
          difference(base.endSeconds(), other.endSeconds()),
          difference(base.waitSeconds(), other.waitSeconds()),
          other.preemptions() - base.preemptions(),
          other.failures() - base.failures());
    }

    private static @Nullable Long difference(@Nullable Long base, @Nullable Long other) {
      return base == null || other == null ? null : (Long) (other - base);
    }
  }

  static RunDiffView of(ComparedRuns runs, @Nullable MoveCause cause, Paging paging) {
    RunDiff diff = runs.diff();
    List<CauseView> causes = new ArrayList<>();
    diff.counts().forEach((c, count) -> causes.add(CauseView.of(c, count)));
    Map<String, MetricDifferenceView> metrics = new LinkedHashMap<>();
    for (ExperimentMetric metric : ExperimentMetric.values()) {
      metrics.put(metric.field(), MetricDifferenceView.of(metric, runs));
    }
    return new RunDiffView(
        ComparedRunView.of(runs.base()),
        ComparedRunView.of(runs.other()),
        diff.jobs().size(),
        diff.moved(),
        causes,
        metrics,
        runs.divergence(),
        moves(diff, cause, paging));
  }

  private static Listing<MoveView> moves(RunDiff diff, @Nullable MoveCause cause, Paging paging) {
    List<MoveView> page =
        diff.page(cause, paging.from(), paging.limit()).stream()
            .map(move -> MoveView.of(diff.jobs(), move))
            .toList();
    long all = cause == null ? diff.moved() : diff.count(cause);
    long end = Math.min(all, paging.from()) + page.size();
    return Listing.of(page, end < all ? (Long) end : null);
  }
}
