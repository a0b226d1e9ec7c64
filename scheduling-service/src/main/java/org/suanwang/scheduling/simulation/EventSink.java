package org.suanwang.scheduling.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.suanwang.scheduling.cycle.Decision;

/** Takes the events of a run, in order. The simulation does not know what becomes of them. */
@FunctionalInterface
public interface EventSink {
  /** No time. */
  long NONE = -1;

  void accept(Event event);

  /**
   * Some of a node goes out of use or comes back: told after the jobs on it were interrupted, and
   * before anything starts. It is no event of a job and in no log.
   */
  default void change(Withdrawal withdrawal) {}

  /** A node takes no new jobs, or takes them again: told before anything starts, likewise. */
  default void cordon(long timeSeconds, int node, boolean isOn) {}

  /**
   * A job is kept aside until its data has been brought to a hub that could hold it: told before
   * the event that gives {@code DATA_ELSEWHERE} as its reason, which jobs in the queue may be given
   * too. It is no event, and in no log.
   */
  default void keptAside(long timeSeconds, int job) {}

  /**
   * A job that was told to be {@code DEFERRED}, or to be kept aside, joins the queue: it is no
   * event, and in no log, since it follows from the input.
   */
  default void joined(long timeSeconds, int job) {}

  /**
   * Why a job that was kept aside cannot start though its data has come and it has its turn. The
   * log has one reason a job, and that is told by then; so this is no event, and in no log.
   */
  default void blockedAgain(long timeSeconds, int job, Decision.Wait wait) {}

  /**
   * A job that waits has a reservation: under EASY backfilling the head, its shadow time; under
   * conservative backfilling any job its own. It replaces the one before, and is no event.
   *
   * @param startSeconds from when; {@link #NONE} when it is given back, or is a guess that only
   *     makes the job be asked again
   */
  default void reserved(long timeSeconds, int job, long startSeconds) {}

  /**
   * Nodes are kept for the reservations of others when it is asked whether a job can start: told
   * before, and no event either.
   *
   * @param nodes on which it may therefore have no task; worked out when asked, which is only
   *     possible now
   */
  default void keptFrom(long timeSeconds, int job, Supplier<BitSet> nodes) {}

  /**
   * A job that quotas keep from starting is expected to have them: told each time that those that
   * wait are looked at, and once more before another is held back for it. No event either.
   *
   * @param startSeconds from when; {@link #NONE} when it is not foretold any longer
   */
  default void quotaReserved(long timeSeconds, int job, long startSeconds) {}

  /**
   * Running jobs give way, or give up tasks, so that one can start: told before they do, and no
   * event either.
   *
   * @param inOrder all that might have had to, whoever was to before the others; worked out when
   *     asked, which is only possible now
   */
  default void makesRoom(long timeSeconds, int job, Supplier<List<PossibleVictim>> inOrder) {}

  /**
   * A round begins: told when it has been decided who runs in it, and before anybody gives way or
   * starts. No event either.
   *
   * @param turnOf how a job stands, by its row; worked out when asked, which is only possible now
   */
  default void roundBegun(long timeSeconds, IntFunction<RoundTurn> turnOf) {}

  /** Data begins to move between hubs, or has arrived: told likewise, but not before all starts. */
  default void transfer(DataTransfer transfer) {}

  /** Hands every event to each of these, in their order. */
  static EventSink all(List<? extends EventSink> sinks) {
    return new AllSinks(sinks);
  }
}
