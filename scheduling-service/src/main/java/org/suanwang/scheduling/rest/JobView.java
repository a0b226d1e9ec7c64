package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.experiment.RunDetails;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.workload.JobTable;

/** What became of a job. */
@Schema(description = "What became of a job; times in seconds since the epoch")
public record JobView(
    String id,
    @JsonProperty("class") String jobClass,
    @Schema(description = "For whom it runs: the path of a queue") String tenant,
    JobState state,
    double devices,
    long submitSeconds,
    @Nullable Long startSeconds,
    @Nullable Long endSeconds,
    @Schema(description = "To its start, or to the end of the window") @Nullable Long waitSeconds,
    @Schema(description = "Where it ran; for one that never started, where least was missing")
        @Nullable String hub,
    @Schema(description = "There; the types of a mixed gang are joined by plus signs")
        @Nullable String deviceType,
    @Nullable WaitReasonView waitReason,
    @Schema(description = "How often it had to give way, to another or to maintenance")
        int preemptions,
    @Schema(description = "How often something that it held failed") int failures,
    @Schema(description = "How often it went on with more of its tasks, or fewer") int resizes,
    @Schema(description = "By when it is to have ended; null when nobody said")
        @Nullable Long deadlineSeconds,
    @Schema(description = "The hubs to which its data was sent because it waited, in this order")
        List<String> dataSentTo,
    @Schema(
            description =
                "How long that was under way, to the end of the window at most; null for a job"
                    + " without data")
        @Nullable Long stagingSeconds) {
  private static final double MILLI = 1000;

  /** Why a job waited. */
  public record WaitReasonView(
      WaitReason reason,
      String meaning,
      @Schema(description = "Tasks without a place in the closest hub when the reason was found")
          long shortTasks,
      @Schema(description = "The queue whose quota has no room; null where none is in its way")
          @Nullable String queue) {}

  static JobView of(RunDetails details, int job) {
    JobOutcomes outcomes = details.outcomes();
    JobState state = outcomes.state(job);
    Long start = orNull(outcomes.startSeconds(job));
    long submit = outcomes.jobs().submitSeconds(job);
    boolean queued = state != JobState.REJECTED && state != JobState.NOT_SUBMITTED;
    Long wait = queued ? outcomes.waitEndSeconds(job, details.windowSeconds()) - submit : null;
    FleetLayout.Group group = outcomes.places().group(job);
    return new JobView(
        outcomes.jobs().id(job),
        outcomes.jobs().jobClass(job),
        outcomes.jobs().tenant(job),
        state,
        outcomes.jobs().milliDevices(job) / MILLI,
        submit,
        start,
        orNull(outcomes.endSeconds(job)),
        wait,
        group == null ? null : outcomes.layout().hub(group).id(),
        outcomes.places().deviceTypes(job),
        reason(details, job),
        outcomes.preemptions(job),
        outcomes.failures(job),
        outcomes.resizes(job),
        deadline(outcomes.jobs().deadlineSeconds(job)),
        outcomes.moves().sentTo(job).stream()
            .map(hub -> outcomes.layout().fleet().hubs().get(hub).id())
            .toList(),
        outcomes.jobs().request(job).terms().hubs().data() == null
            ? null
            : outcomes.moves().seconds(job, details.windowSeconds()));
  }

  private static @Nullable Long deadline(long seconds) {
    return seconds == JobTable.NEVER ? null : seconds;
  }

  private static @Nullable Long orNull(long seconds) {
    return seconds == JobOutcomes.NEVER ? null : seconds;
  }

  private static @Nullable WaitReasonView reason(RunDetails details, int job) {
    WaitReason reason = details.outcomes().reason(job);
    return reason == null
        ? null
        : new WaitReasonView(
            reason,
            reason.meaning(),
            details.outcomes().reasons().shortTasks(job),
            queue(details, job));
  }

  /** A job that ran waits for something else. */
  private static @Nullable String queue(RunDetails details, int job) {
    int queue = details.outcomes().reasons().queue(job);
    boolean isFirst = !details.outcomes().isInterrupted(job);
    return queue == JobOutcomes.NEVER || !isFirst ? null : details.tree().path(queue);
  }
}
