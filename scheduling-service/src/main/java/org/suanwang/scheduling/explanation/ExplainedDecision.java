package org.suanwang.scheduling.explanation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.PossibleVictim;
import org.suanwang.scheduling.simulation.QueueStandings;
import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * What a policy decided for a job at one instant, and what it saw.
 *
 * @param timeSeconds since the epoch
 * @param sequence of the event that told it; null where a wait is told by no event of its own
 * @param queue who else waited
 * @param queues whose turn it was among the queues of tenants, first before the others; empty where
 *     queues have no turns
 * @param refusals how many nodes of the fleet did not take a task, by the ground
 * @param filters what all nodes that fit were accepted by
 * @param hubs what the hubs with devices for the job had for it
 * @param start where it started; null when it waited or was rejected
 * @param waiting why it did not; null when it started
 * @param interruption what stopped it since its last start; null when nothing has
 */
public record ExplainedDecision(
    long timeSeconds,
    @Nullable Long sequence,
    Queue queue,
    List<QueueStandings.Standing> queues,
    Map<NodeRefusal, Integer> refusals,
    List<String> filters,
    List<HubVerdict> hubs,
    @Nullable Start start,
    @Nullable Wait waiting,
    @Nullable Interruption interruption) {
  public ExplainedDecision {
    refusals = refusals.isEmpty() ? Map.of() : new EnumMap<>(refusals);
    queues = List.copyOf(queues);
    filters = List.copyOf(filters);
    hubs = List.copyOf(hubs);
  }

  /** A wait for which the job has got a reservation of its own, unless it is told one. */
  ExplainedDecision withReservation(Reservation own) {
    if (waiting == null || waiting.reservation() != null) {
      return this;
    }
    Wait told = waiting.withReservation(own);
    return new ExplainedDecision(
        timeSeconds, sequence, queue, queues, refusals, filters, hubs, start, told, interruption);
  }

  /**
   * Who waited at that instant.
   *
   * @param ahead how many whose turn, as it was at submission, comes before the job's
   * @param firstAhead the first of them, by row in the table
   * @param behind how many whose turn comes after
   */
  public record Queue(int ahead, List<Integer> firstAhead, int behind) {}

  /**
   * A start.
   *
   * @param hub where
   * @param deviceType on what; null on nodes without devices
   * @param devices how many devices it holds some part of
   * @param level of the smallest unit of the network that holds it
   * @param beside row of the job whose devices it shares; null when it has its own
   * @param ranking the nodes it got and those it did not
   * @param freedBy what was given back there at the same instant, before
   */
  public record Start(
      String hub,
      @Nullable String deviceType,
      int devices,
      TopologyLevel level,
      @Nullable Integer beside,
      Ranking ranking,
      List<Freed> freedBy) {}

  /**
   * A job that gave back what it held.
   *
   * @param job row in the table
   * @param kind how it came about
   */
  public record Freed(int job, EventKind kind) {}

  /**
   * A wait, or a rejection.
   *
   * @param since what made it wait: its submission, or that it gave way or failed
   * @param reason why it does not start
   * @param hub where least is missing; null when nowhere
   * @param deviceType of what
   * @param shortTasks how many of its tasks find no place there
   * @param holders who holds devices there, whoever is expected to end first before the others
   * @param holderCount how many do
   * @param reservation what it has itself, or is held back for; null when there is no such thing
   * @param rounds what it was to have and had had when the last round began; empty without
   */
  public record Wait(
      EventKind since,
      WaitReason reason,
      @Nullable String hub,
      @Nullable String deviceType,
      long shortTasks,
      List<Holder> holders,
      int holderCount,
      @Nullable Reservation reservation,
      List<RoundTime> rounds) {
    Wait withReservation(Reservation one) {
      return new Wait(
          since, reason, hub, deviceType, shortTasks, holders, holderCount, one, rounds);
    }
  }

  /**
   * That a running job gave way, gave up tasks or took some, or that something it held failed.
   *
   * @param lostSeconds for which it held its devices for nothing since its last start
   * @param preemptedFor who started in its place, by row in the table; null where nobody did
   * @param chosenBy by what it was put in order among those that could give way; null likewise
   * @param runnersUp who could have given way too and was spared, whoever was to go first first
   * @param runnersUpCount how many were
   */
  public record Interruption(
      long lostSeconds,
      @Nullable Integer preemptedFor,
      @Nullable PossibleVictim chosenBy,
      List<PossibleVictim> runnersUp,
      int runnersUpCount) {}

  /**
   * What a job is to have of its time in rounds on one device type of a hub, and has had.
   *
   * @param hub id
   * @param deviceType id
   * @param share 0 to 1
   * @param receivedSeconds since shares were found last
   */
  public record RoundTime(
      String hub, @Nullable String deviceType, double share, double receivedSeconds) {}

  /**
   * When a job that waits is to start.
   *
   * @param job row in the table
   * @param startSeconds as foreseen by the estimates and plans of that instant
   */
  public record Reservation(int job, long startSeconds) {}

  /**
   * A running job.
   *
   * @param job row in the table
   * @param startedAt since when, without a break
   * @param expectedEndSeconds when it ends if its estimate is true and was for this stretch
   */
  public record Holder(int job, long startedAt, long expectedEndSeconds) {}
}
