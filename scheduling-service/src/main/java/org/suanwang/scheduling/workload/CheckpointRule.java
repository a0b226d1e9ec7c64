package org.suanwang.scheduling.workload;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What it costs a job to be interrupted: which part of its work is kept, and how long saving and
 * restoring take. All times are on the devices that the job runs on.
 *
 * @param intervalSeconds after so much work a checkpoint is saved, and what was done since is lost
 *     with an interruption; 0: all is saved at the moment of a preemption, nothing is lost
 * @param saveSeconds how long a checkpoint takes, during which no work is done. Without an interval
 *     it is spent when the job goes on
 * @param restoreSeconds how long a job that goes on takes until it works
 * @param migrationSeconds how long a job that goes on with a node that it did not leave takes until
 *     it works: saving, moving and restoring; null as long as one that goes on where it was
 * @param byClass what it costs jobs of some classes instead; none in what was kept before that was
 *     asked
 */
public record CheckpointRule(
    long intervalSeconds,
    long saveSeconds,
    long restoreSeconds,
    @Nullable Long migrationSeconds,
    List<OfClass> byClass) {
  /** As many classes may have costs of their own. */
  public static final int CLASSES_MAX = 1_000;

  /**
   * What it costs jobs of one class.
   *
   * @param jobClass of these jobs
   * @param rule the costs, without others by class
   */
  public record OfClass(String jobClass, CheckpointRule rule) {}

  /** Nothing is lost, and nothing takes time. */
  public static final CheckpointRule FREE = new CheckpointRule(0, 0, 0);

  public static final long INTERVAL_MAX = WorkloadLimits.SECONDS_MAX;
  public static final long COST_MAX = 86_400;

  public CheckpointRule {
    byClass = List.copyOf(Objects.requireNonNullElse(byClass, List.of()));
    if (intervalSeconds < 0 || intervalSeconds > INTERVAL_MAX) {
      throw new IllegalArgumentException("interval outside 0.." + INTERVAL_MAX);
    }
    if (saveSeconds < 0
        || saveSeconds > COST_MAX
        || restoreSeconds < 0
        || restoreSeconds > COST_MAX
        || (migrationSeconds != null && (migrationSeconds < 0 || migrationSeconds > COST_MAX))) {
      throw new IllegalArgumentException("costs outside 0.." + COST_MAX);
    }
  }

  /** The same for all classes. */
  public CheckpointRule(long intervalSeconds, long saveSeconds, long restoreSeconds) {
    this(intervalSeconds, saveSeconds, restoreSeconds, List.of());
  }

  /** Where it costs no more to go on elsewhere. */
  public CheckpointRule(
      long intervalSeconds, long saveSeconds, long restoreSeconds, List<OfClass> byClass) {
    this(intervalSeconds, saveSeconds, restoreSeconds, null, byClass);
  }

  /** The same, where going on elsewhere takes so long until the job works. */
  public CheckpointRule withMigrationSeconds(@Nullable Long seconds) {
    return new CheckpointRule(intervalSeconds, saveSeconds, restoreSeconds, seconds, byClass);
  }

  /** What it costs jobs of a class. */
  public CheckpointRule of(String jobClass) {
    for (OfClass one : byClass) {
      if (one.jobClass().equals(jobClass)) {
        return one.rule();
      }
    }
    return this;
  }

  /** Whether jobs of any class save at intervals. */
  public boolean savesAtIntervals() {
    return intervalSeconds > 0 || byClass.stream().anyMatch(o -> o.rule().savesAtIntervals());
  }

  /** Whether it matters to jobs of any class where they go on. */
  public boolean looksAtNodes() {
    return migrationSeconds != null || byClass.stream().anyMatch(o -> o.rule().looksAtNodes());
  }

  /** How long devices are held for so much work; none is saved at its end. */
  public long heldSeconds(long workSeconds) {
    if (intervalSeconds == 0 || workSeconds == 0) {
      return workSeconds;
    }
    return workSeconds + saveSeconds * ((workSeconds - 1) / intervalSeconds);
  }

  /** How much work is done in so long at work, saved or not. */
  public long workedSeconds(long heldSeconds) {
    if (intervalSeconds == 0) {
      return heldSeconds;
    }
    long since = heldSeconds % (intervalSeconds + saveSeconds);
    return keptSeconds(heldSeconds) + Math.min(since, intervalSeconds);
  }

  /** How much work is kept of a job that is interrupted after so long at work. */
  public long keptSeconds(long heldSeconds) {
    if (intervalSeconds == 0) {
      return heldSeconds;
    }
    return heldSeconds / (intervalSeconds + saveSeconds) * intervalSeconds;
  }

  /** How long it was at work until its state was last saved, saving included. */
  public long savedSeconds(long heldSeconds) {
    return intervalSeconds == 0
        ? heldSeconds
        : heldSeconds - heldSeconds % (intervalSeconds + saveSeconds);
  }

  /** The same when nothing can be saved at the moment of the interruption. */
  public long savedByCheckpoints(long heldSeconds) {
    return intervalSeconds == 0 ? 0 : savedSeconds(heldSeconds);
  }

  /** The work of {@link #keptSeconds} when nothing can be saved at the interruption. */
  public long keptByCheckpoints(long heldSeconds) {
    return intervalSeconds == 0 ? 0 : keptSeconds(heldSeconds);
  }

  /** How long a job that was preempted holds its devices before it works again. */
  public long resumeSeconds() {
    return intervalSeconds == 0 ? saveSeconds + restoreSeconds : restoreSeconds;
  }
}
