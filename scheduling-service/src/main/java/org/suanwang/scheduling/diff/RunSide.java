package org.suanwang.scheduling.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.JobState;

/**
 * One of the two runs that are compared.
 *
 * @param outcomes what became of every job
 * @param passing who passed whom
 * @param windowSeconds where the run ended
 */
public record RunSide(JobOutcomes outcomes, Passing passing, long windowSeconds) {
  /** What became of a job. */
  public JobFate fate(int job) {
    JobState state = outcomes.state(job);
    Long start = orNull(outcomes.startSeconds(job));
    return new JobFate(
        state,
        start,
        orNull(outcomes.endSeconds(job)),
        waitSeconds(job, state),
        start == null ? null : hub(job),
        start == null ? null : outcomes.places().deviceTypes(job),
        outcomes.reason(job),
        outcomes.preemptions(job),
        outcomes.failures(job),
        passing.passedBy(job),
        passing.hasPassed(job));
  }

  private @Nullable String hub(int job) {
    FleetLayout.Group group = outcomes.places().group(job);
    return group == null ? null : outcomes.layout().hub(group).id();
  }

  private @Nullable Long waitSeconds(int job, JobState state) {
    if (state == JobState.REJECTED || state == JobState.NOT_SUBMITTED) {
      return null;
    }
    return outcomes.waitEndSeconds(job, windowSeconds) - outcomes.jobs().submitSeconds(job);
  }

  private static @Nullable Long orNull(long seconds) {
    return seconds == JobOutcomes.NEVER ? null : (Long) seconds;
  }

  /** Whether a job is where it is in another run, at the same times. */
  boolean isAlike(RunSide other, int job) {
    JobOutcomes mine = outcomes;
    JobOutcomes its = other.outcomes;
    return mine.state(job) == its.state(job)
        && mine.startSeconds(job) == its.startSeconds(job)
        && mine.endSeconds(job) == its.endSeconds(job)
        && mine.preemptions(job) == its.preemptions(job)
        && mine.failures(job) == its.failures(job)
        && (mine.startSeconds(job) == JobOutcomes.NEVER || isInSamePlace(other, job));
  }

  private boolean isInSamePlace(RunSide other, int job) {
    return Objects.equals(
            outcomes.places().deviceTypes(job), other.outcomes.places().deviceTypes(job))
        && Objects.equals(hub(job), other.hub(job));
  }

  /**
   * By how many seconds the start or the end of a job, whichever more, lies apart; a time that did
   * not come counts as the end of its run.
   */
  long moveSeconds(RunSide other, int job) {
    long start = time(outcomes.startSeconds(job)) - other.time(other.outcomes.startSeconds(job));
    long end = time(outcomes.endSeconds(job)) - other.time(other.outcomes.endSeconds(job));
    return Math.max(Math.abs(start), Math.abs(end));
  }

  private long time(long seconds) {
    return seconds == JobOutcomes.NEVER ? windowSeconds : seconds;
  }
}
