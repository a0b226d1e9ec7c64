package org.suanwang.scheduling.metrics;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.JobTable;

/**
 * How the deadlines of a run were kept. A job meets its deadline when it completes by then; it
 * misses it when it does not, for whatever reason but that its user cancelled it before or stopped
 * it at the end of its work, or that its own program failed. Deadlines past the end of the window
 * are open while the job has not ended.
 *
 * @param jobs that had one and were neither cancelled before it, nor stopped, nor crashed
 * @param met completed by their deadline
 * @param missed did not
 * @param open neither, when the window ended
 * @param metShare met ÷ (met + missed); null when all are open
 * @param tardinessSecondsMean mean over completed ones of max(0, end − deadline); 0 without any
 */
public record Deadlines(
    int jobs,
    int met,
    int missed,
    int open,
    @Nullable Double metShare,
    double tardinessSecondsMean) {
  /** Null when no job has a deadline. */
  static @Nullable Deadlines of(JobOutcomes outcomes, long windowSeconds) {
    Map<Standing, Integer> count = new EnumMap<>(Standing.class);
    double tardiness = 0;
    int completed = 0;
    boolean any = false;
    JobTable jobs = outcomes.jobs();
    for (int job = 0; job < outcomes.size(); job++) {
      long deadline = jobs.deadlineSeconds(job);
      if (deadline != JobTable.NEVER) {
        any = true;
        count.merge(standing(outcomes, job, deadline, windowSeconds), 1, Integer::sum);
        if (outcomes.state(job) == JobState.COMPLETED) {
          completed++;
          tardiness += Math.max(0, outcomes.endSeconds(job) - deadline);
        }
      }
    }
    int met = count.getOrDefault(Standing.MET, 0);
    int missed = count.getOrDefault(Standing.MISSED, 0);
    int open = count.getOrDefault(Standing.OPEN, 0);
    Double share = met + missed == 0 ? null : (Double) ((double) met / (met + missed));
    double mean = completed == 0 ? 0 : tardiness / completed;
    return any ? new Deadlines(met + missed + open, met, missed, open, share, mean) : null;
  }

  /** Whether a job had a deadline and missed it inside the window. */
  public static boolean isMissed(JobOutcomes outcomes, int job, long windowSeconds) {
    long deadline = outcomes.jobs().deadlineSeconds(job);
    return deadline != JobTable.NEVER
        && standing(outcomes, job, deadline, windowSeconds) == Standing.MISSED;
  }

  private enum Standing {
    MET,
    MISSED,
    OPEN,
    LEFT_OUT
  }

  private static Standing standing(
      JobOutcomes outcomes, int job, long deadline, long windowSeconds) {
    boolean isInTime =
        outcomes.endSeconds(job) != JobOutcomes.NEVER && outcomes.endSeconds(job) <= deadline;
    return switch (outcomes.state(job)) {
      case COMPLETED -> isInTime ? Standing.MET : Standing.MISSED;
      case CRASHED, STOPPED -> Standing.LEFT_OUT;
      case CANCELLED -> isInTime ? Standing.LEFT_OUT : Standing.MISSED;
      case REJECTED, KILLED, FAILED, TIMED_OUT -> Standing.MISSED;
      case NOT_SUBMITTED, WAITING, RUNNING ->
          windowSeconds >= deadline ? Standing.MISSED : Standing.OPEN;
    };
  }
}
