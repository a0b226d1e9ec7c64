package org.suanwang.scheduling.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.PossibleVictim;

/** What the last interruption cost one job, and for whom it was made to go. */
final class InterruptionBook {
  private static final int NOBODY = -1;

  private final int job;
  private final int top;
  private int starting = NOBODY;
  private List<PossibleVictim> inOrder = List.of();
  private ExplainedDecision.@Nullable Interruption last;

  /**
   * Of a job.
   *
   * @param top as many of those that were spared are told
   */
  InterruptionBook(int job, int top) {
    this.job = job;
    this.top = top;
  }

  /** All that give way until this job has started do so for it. */
  void makesRoom(int newlyStarting, List<PossibleVictim> candidates) {
    starting = newlyStarting;
    inOrder = candidates;
  }

  void accept(Event event) {
    switch (event.kind()) {
      case STARTED -> start(event.job());
      case PREEMPTED, FAILED, RESIZED -> {
        if (event.job() == job) {
          last = interruption(event.lostSeconds());
        }
      }
      case SUBMITTED, REJECTED, BLOCKED, PARTNER_CHANGED, WITHDRAWN, TIMED_OUT -> {}
      case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> {}
    }
  }

  private void start(int other) {
    if (other == starting) {
      starting = NOBODY;
      inOrder = List.of();
    }
    if (other == job) {
      last = null;
    }
  }

  private ExplainedDecision.Interruption interruption(long lostSeconds) {
    PossibleVictim own = inOrder.stream().filter(v -> v.job() == job).findFirst().orElse(null);
    List<PossibleVictim> spared = inOrder.stream().filter(v -> !v.isTaken()).toList();
    return new ExplainedDecision.Interruption(
        lostSeconds,
        starting == NOBODY ? null : starting,
        own,
        spared.stream().limit(top).toList(),
        spared.size());
  }

  /** The last since the job started; null when there was none. */
  ExplainedDecision.@Nullable Interruption last() {
    return last;
  }
}
