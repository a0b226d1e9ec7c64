package org.suanwang.scheduling.explanation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;

/**
 * The reservations that matter to one job: its own, of devices or of quota, and under EASY
 * backfilling that of the head of the queue, the only one there is but for those of quota.
 */
final class ReservationBook {
  private final int job;
  private final boolean isOneForAll;
  private ExplainedDecision.@Nullable Reservation own;
  private ExplainedDecision.@Nullable Reservation ofHead;
  private boolean isOwnOfQuota;

  ReservationBook(int job, QueueDiscipline discipline) {
    this.job = job;
    this.isOneForAll = discipline == QueueDiscipline.EASY;
  }

  /** A job has a reservation now, or none any more. */
  void reserved(int holder, long startSeconds) {
    var told = told(holder, startSeconds);
    if (holder == job) {
      own = told;
      isOwnOfQuota = false;
    } else if (isOneForAll && !isOwnOfQuota) {
      own = null;
    }
  }

  /** A job is expected to have quota, or not any more; who is held back next is so for it. */
  void quotaReserved(int holder, long startSeconds) {
    var told = told(holder, startSeconds);
    if (holder == job) {
      own = told;
      isOwnOfQuota = told != null;
    }
  }

  /** Null when it is given back; where others are held back for one only, it is that one's. */
  private ExplainedDecision.@Nullable Reservation told(int holder, long startSeconds) {
    boolean isGone = startSeconds == EventSink.NONE;
    var told = isGone ? null : new ExplainedDecision.Reservation(holder, startSeconds);
    ofHead = isOneForAll ? told : ofHead;
    return told;
  }

  /** Who waits no longer has none. */
  void accept(Event event) {
    switch (event.kind()) {
      case STARTED, WITHDRAWN, TIMED_OUT -> left(event.job());
      case SUBMITTED, REJECTED, BLOCKED, RESIZED, PARTNER_CHANGED, PREEMPTED, FAILED -> {}
      case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> {}
    }
  }

  private void left(int other) {
    if (other == job) {
      own = null;
    }
    if (ofHead != null && ofHead.job() == other) {
      ofHead = null;
    }
  }

  /** What the job has itself, else what it is held back for; null when there is no such thing. */
  ExplainedDecision.@Nullable Reservation of(WaitReason reason, long now) {
    boolean isOfHead = reason == WaitReason.BEHIND_RESERVATION && isOneForAll;
    return isOfHead ? ifAhead(ofHead, now) : own(now);
  }

  /** The job's own; null when it has none. */
  ExplainedDecision.@Nullable Reservation own(long now) {
    return ifAhead(own, now);
  }

  /** One whose time is past stands no longer. */
  private static ExplainedDecision.@Nullable Reservation ifAhead(
      ExplainedDecision.@Nullable Reservation one, long now) {
    return one == null || one.startSeconds() <= now ? null : one;
  }
}
