package org.suanwang.scheduling.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.WaitReason;

/** Adds up the waits of a run by their reasons. */
final class WaitTally {
  private final Map<WaitReason, Sums> sums = new EnumMap<>(WaitReason.class);
  private final JobOutcomes outcomes;
  private final long windowSeconds;

  private static final class Sums {
    private int jobs;
    private long seconds;
    private int jobsAtEnd;
  }

  private WaitTally(JobOutcomes outcomes, long windowSeconds) {
    this.outcomes = outcomes;
    this.windowSeconds = windowSeconds;
  }

  static List<WaitByReason> of(JobOutcomes outcomes, long windowSeconds) {
    WaitTally tally = new WaitTally(outcomes, windowSeconds);
    for (int job = 0; job < outcomes.size(); job++) {
      WaitReason last = outcomes.reason(job);
      if (last != null || outcomes.interruptions(job) > 0) {
        tally.add(job, last);
      }
    }
    return tally.sums.entrySet().stream()
        .map(
            e ->
                new WaitByReason(
                    e.getKey(), e.getValue().jobs, e.getValue().seconds, e.getValue().jobsAtEnd))
        .toList();
  }

  private void add(int job, @Nullable WaitReason last) {
    if (last != null && outcomes.state(job) == JobState.REJECTED) {
      of(last).jobs++;
      return;
    }
    long start = outcomes.startSeconds(job);
    long until = outcomes.waitEndSeconds(job, windowSeconds);
    long joined = outcomes.jobs().submitSeconds(job) + addOutOfLine(job, until);
    long blocked = outcomes.blockedAtSeconds(job);
    long turn = blocked == JobOutcomes.NEVER ? until : blocked;
    if (turn > joined) {
      add(WaitReason.WAITING_BEHIND_HEAD, turn - joined);
    }
    WaitReason first = outcomes.firstReason(job);
    if (first != null && blocked != JobOutcomes.NEVER) {
      addTold(job, first, turn, until);
    }
    addInterruptions(job, start);
    if (last != null && outcomes.state(job) == JobState.WAITING) {
      boolean isBehind = blocked == JobOutcomes.NEVER && isToldOutOfLine(last) && joined < until;
      of(isBehind ? WaitReason.WAITING_BEHIND_HEAD : last).jobsAtEnd++;
    }
  }

  /** The time for which it was in no queue, which it returns. */
  private long addOutOfLine(int job, long until) {
    long putOff = outcomes.reasons().putOffSeconds(job, until);
    if (putOff > 0) {
      add(WaitReason.DEFERRED, putOff);
    }
    long aside = outcomes.reasons().asideSeconds(job, until);
    if (aside > 0) {
      add(WaitReason.DATA_ELSEWHERE, aside);
    }
    return putOff + aside;
  }

  /** Of a job that waits for its data in the queue as well, it counts as one wait. */
  private void addTold(int job, WaitReason reason, long from, long until) {
    boolean isCounted =
        reason == WaitReason.DATA_ELSEWHERE && outcomes.reasons().asideSeconds(job, until) > 0;
    of(reason).jobs += isCounted ? 0 : 1;
    of(reason).seconds += until - from;
  }

  private static boolean isToldOutOfLine(WaitReason reason) {
    return reason == WaitReason.DEFERRED || reason == WaitReason.DATA_ELSEWHERE;
  }

  /** What of the time since its first start the job did not run. */
  private void addInterruptions(int job, long start) {
    if (outcomes.interruptions(job) > 0) {
      boolean hasEnded = outcomes.endSeconds(job) != JobOutcomes.NEVER;
      long end = hasEnded ? outcomes.endSeconds(job) : windowSeconds;
      long all = end - start - outcomes.heldSeconds(job, windowSeconds);
      long failed = outcomes.waitedForFailuresSeconds(job, windowSeconds);
      if (outcomes.preemptions(job) > 0) {
        add(WaitReason.PREEMPTED, all - failed);
      }
      if (outcomes.preemptions(job) < outcomes.interruptions(job)) {
        add(WaitReason.FAILED, failed);
      }
    }
  }

  private void add(WaitReason reason, long seconds) {
    of(reason).jobs++;
    of(reason).seconds += seconds;
  }

  private Sums of(WaitReason reason) {
    return sums.computeIfAbsent(reason, r -> new Sums());
  }
}
