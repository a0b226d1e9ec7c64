package org.suanwang.scheduling.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.RoundTurn;
import org.suanwang.scheduling.simulation.SimulationInput;

/** Why one job waits now, where no event tells it. */
final class PresentReason {
  private final int job;
  private final ClusterReplica replica;
  private final SchedulingCycle cycle;
  private final QueueDiscipline discipline;

  /** Jobs without devices do not, also where devices are shared out in rounds. */
  private final boolean takesTurns;

  private final FleetLayout layout;
  private @Nullable RoundTurn turn;

  PresentReason(SimulationInput input, int job, ClusterReplica replica, SchedulingCycle cycle) {
    this.job = job;
    this.replica = replica;
    this.cycle = cycle;
    discipline = input.policy().discipline();
    takesTurns = discipline == QueueDiscipline.ROUNDS && input.jobs().request(job).needsDevices();
    layout = input.layout();
  }

  /** A round begins, in which the job has this turn. */
  void roundBegun(RoundTurn newTurn) {
    turn = newTurn;
  }

  /** Who fails waits for the next round. */
  void accept(Event event) {
    if (event.job() == job && event.kind() == EventKind.FAILED) {
      turn = null;
    }
  }

  /** By the replica, and by the rounds where there are any. */
  Decision.Wait find() {
    if (takesTurns && (turn == null || !turn.isChosen())) {
      return new Decision.Wait(WaitReason.NOT_ITS_ROUND, -1, 0);
    }
    Decision.Start possible = cycle.find(job);
    boolean isStrict = discipline == QueueDiscipline.STRICT;
    if (possible == null && !(isStrict && isBehindOthers())) {
      return cycle.explain(job);
    }
    WaitReason reason =
        discipline.reservesAhead() ? WaitReason.BEHIND_RESERVATION : WaitReason.WAITING_BEHIND_HEAD;
    return new Decision.Wait(reason, possible == null ? -1 : possible.group(), 0);
  }

  private boolean isBehindOthers() {
    int head = replica.waiting().head();
    return head != RankedLine.NONE && replica.waiting().isBefore(head, job);
  }

  /** What the job is to have and has had, as of the last round that began; empty without. */
  List<ExplainedDecision.RoundTime> roundTimes() {
    return turn == null ? List.of() : turn.times().stream().map(this::time).toList();
  }

  private ExplainedDecision.RoundTime time(RoundTurn.Time of) {
    FleetLayout.Group group = layout.group(of.group());
    return new ExplainedDecision.RoundTime(
        layout.hub(group).id(), group.deviceType(), of.share(), of.receivedSeconds());
  }
}
