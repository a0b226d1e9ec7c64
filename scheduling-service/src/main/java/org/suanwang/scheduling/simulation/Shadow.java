package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.cycle.SchedulingCycle;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The reservation of the head of the queue under EASY backfilling (Mu'alem and Feitelson 2001): the
 * shadow time, at which it can start if all estimates are true, and the cluster as it will be then.
 * Where the original counts extra nodes, this one has them: a job that will still run at the shadow
 * time may start if the head finds its place beside it.
 *
 * <p>The cluster of the shadow time is kept beside the real one. Finding the shadow takes time that
 * grows with the number of jobs expected to end before it. What is out of use comes back when its
 * outage ends, and nodes are not for the head while they are to be out of use or kept for others.
 */
final class Shadow {
  private static final int NOBODY = QueueService.NOBODY;
  private static final long NEVER = Long.MAX_VALUE;

  private final RunLog log;
  private final JobTable jobs;
  private final FleetLayout layout;
  private final ExpectedEnds ends;
  private final ClusterState ahead;
  private final SchedulingCycle cycle;
  private final NodeCalendar calendar;
  private final NodeGate gate;
  private final List<ExpectedEnds.Running> gone = new ArrayList<>();
  private final ExpectedReturns returns = new ExpectedReturns();
  private final List<Withdrawal> returned = new ArrayList<>();
  private int head = NOBODY;
  private Allowance allowance = Allowance.ALL;
  private long time;
  private int place;

  Shadow(Simulation run, ExpectedEnds ends) {
    this.log = run.log();
    this.jobs = run.input().jobs();
    this.layout = run.input().layout();
    this.ends = ends;
    this.ahead = new ClusterState(run.input().layout());
    this.calendar = run.plans().calendar();
    this.cycle = run.cycleOn(ahead, () -> time);
    this.gate = run.plans().gate(() -> time);
  }

  /** What else a start has to agree with, where the head is not the only one with a reservation. */
  interface Terms {
    /** The first second, not before this one, at which there may be a place. */
    long notBefore(long second);

    /** The first second after this one at which there may be a place that was none. */
    long nextChange(long second);

    /** Whether a start at a second agrees with them. */
    boolean allow(Decision.Start start, long second);
  }

  /** The head is the only one. */
  private static final Terms NONE =
      new Terms() {
        @Override
        public long notBefore(long second) {
          return second;
        }

        @Override
        public long nextChange(long second) {
          return NEVER;
        }

        @Override
        public boolean allow(Decision.Start start, long second) {
          return true;
        }
      };

  /** When and where a job can start. */
  record Found(long at, Decision.Start start) {}

  /** Whether nothing has happened since that could have moved the shadow of this head. */
  boolean isOf(int job, long now) {
    return head == job && Math.min(ends.firstEndSeconds(), returns.firstSeconds()) > now;
  }

  /**
   * Finds when and where the head can start as far as it is allowed to, with which it could if
   * nothing ran. A job past its estimate is expected to end at once. It is tried again only after
   * something came free, or a plan ended, where plans do not bar it.
   */
  void find(int job, long now, Allowance newAllowance) {
    if (search(job, now, newAllowance, NONE) == null) {
      throw new IllegalStateException("job " + jobs.id(job) + " does not fit on an empty fleet");
    }
    log.tellReserved(now, job, time);
  }

  /**
   * Finds when and where a job can start after now that is not the only one with a reservation;
   * null when never. It is forgotten at once.
   */
  @Nullable Found find(int job, long now, Allowance newAllowance, Terms terms) {
    Decision.Start start = search(job, now, newAllowance, terms);
    Found found = start == null ? null : new Found(time, start);
    restore();
    return found;
  }

  private Decision.@Nullable Start search(int job, long now, Allowance newAllowance, Terms terms) {
    restore();
    head = job;
    allowance = newAllowance;
    time = now;
    Iterator<ExpectedEnds.Running> running = ends.inOrder().iterator();
    Iterator<ExpectedReturns.Return> out = returns.inOrder().iterator();
    ExpectedEnds.@Nullable Running nextEnd = next(running);
    ExpectedReturns.@Nullable Return nextReturn = next(out);
    Decision.Start found = null;
    boolean isBetter = true;
    long first = now; // as notBefore has said, for every time up to it
    while (found == null) {
      long end = nextEnd == null ? NEVER : Math.max(nextEnd.endSeconds(), now + 1);
      long back = nextReturn == null ? NEVER : Math.max(nextReturn.backSeconds(), now + 1);
      long planned = calendar.nextEnd(time);
      long change = terms.nextChange(time);
      long step = Math.min(Math.min(end, back), Math.min(planned, change));
      if (isBetter && step > time && time > now) {
        first = first < time ? terms.notBefore(time) : first;
        Decision.Start start = first > time ? null : cycle.find(head, allowance);
        found = start != null && terms.allow(start, time) ? start : null;
        isBetter = start != null || first > time;
        first = isBetter && first <= time ? terms.notBefore(time + 1) : first;
        step = isBetter ? Math.min(step, first) : step;
      }
      if (found == null && step == NEVER) {
        return null;
      }
      if (found == null) {
        time = step;
        isBetter = isBetter || change == step || (planned == step && isOpenAfterPlan());
        if (nextEnd != null && end == step) {
          leave(nextEnd);
          isBetter = isBetter || isOpen(nextEnd.held().nodes());
          nextEnd = next(running);
        }
        if (nextReturn != null && back == step) {
          comeBack(nextReturn.withdrawal());
          isBetter = isBetter || isOpen(nextReturn.withdrawal().node());
          nextReturn = next(out);
        }
      }
    }
    place = found.group();
    return found;
  }

  /** Whether the head may start then on one of these nodes at least, if they have room. */
  private boolean isOpen(int... nodes) {
    return gate.isOpen() || Arrays.stream(nodes).anyMatch(this::isOpenToHead);
  }

  private boolean isOpenToHead(int node) {
    int group = ahead.pool(node).group();
    return Arrays.stream(cycle.groupsFor(head)).anyMatch(own -> own == group)
        && gate.refusal(head, group, node) == null;
  }

  private boolean isOpenAfterPlan() {
    return calendar.segments().stream()
        .filter(segment -> !segment.isFree())
        .mapToInt(segment -> segment.nodes().first())
        .anyMatch(node -> isOpen(node));
  }

  private static <T> @Nullable T next(Iterator<T> those) {
    return those.hasNext() ? those.next() : null;
  }

  private void comeBack(Withdrawal withdrawal) {
    ahead.setInUse(withdrawal.node(), withdrawal.devices(), withdrawal.isWholeNode(), true);
    returned.add(withdrawal);
  }

  private void leave(ExpectedEnds.Running running) {
    ahead.release(running.held(), jobs.request(running.job()));
    gone.add(running);
  }

  /** The group, or of a mixed gang perhaps the union of groups, in which the head will start. */
  int place() {
    return place;
  }

  /** Whether the head will be spread over several groups. */
  boolean isSpread() {
    return layout.isUnion(place);
  }

  /** Whether the head may use something of a group where it will start. */
  boolean covers(int group) {
    return !layout.isUnion(group) && layout.unions().covers(place, group, jobs.request(head));
  }

  /** Whether what is held lies where the head may use it when it starts. */
  boolean overlaps(Allocation held) {
    return layout.unions().overlaps(held, place, jobs.request(head));
  }

  /** When the head can start at the latest if all estimates are true. */
  long timeSeconds() {
    return time;
  }

  /** Whether the head still finds its place at the shadow time if this job then holds this. */
  boolean leavesRoom(int job, Allocation held) {
    ahead.retake(held, jobs.request(job));
    boolean fits = hasRoom();
    ahead.release(held, jobs.request(job));
    return fits;
  }

  /** Whether it does as things are, by what it is allowed. */
  boolean hasRoom() {
    return cycle.fitsIn(place, head, allowance);
  }

  /** A job has started on the real cluster. */
  void started(ExpectedEnds.Running running) {
    ahead.retake(running.held(), jobs.request(running.job()));
    if (head != NOBODY && running.endSeconds() <= time) {
      leave(running);
    }
  }

  /** A job has ended on the real cluster. */
  void ended(int job, Allocation held) {
    restore();
    ahead.release(held, jobs.request(job));
  }

  /** A running job holds more on the real cluster, or less. */
  void resized(int job, Allocation before, Allocation after) {
    restore();
    ahead.release(before, jobs.request(job));
    ahead.retake(after, jobs.request(job));
  }

  /** Some of a node has gone out of use on the real cluster. */
  void wentOut(Withdrawal withdrawal, long backSeconds) {
    restore();
    returns.wentOut(withdrawal, backSeconds);
    ahead.setInUse(withdrawal.node(), withdrawal.devices(), withdrawal.isWholeNode(), false);
  }

  /** Some of a node will be out of use for longer. */
  void staysOut(Withdrawal withdrawal, long backSeconds) {
    restore();
    returns.staysOut(withdrawal, backSeconds);
  }

  /** Some of a node has come back on the real cluster. */
  void cameBack(Withdrawal withdrawal) {
    restore();
    returns.cameBack(withdrawal);
    ahead.setInUse(withdrawal.node(), withdrawal.devices(), withdrawal.isWholeNode(), true);
  }

  /** A head has started, whose place nobody had foreseen: there is no reservation any more. */
  void forget() {
    restore();
  }

  /** Makes the cluster beside the real one equal to it. */
  private void restore() {
    for (ExpectedEnds.Running running : gone) {
      ahead.retake(running.held(), jobs.request(running.job()));
    }
    gone.clear();
    for (Withdrawal out : returned.reversed()) {
      ahead.setInUse(out.node(), out.devices(), out.isWholeNode(), false);
    }
    returned.clear();
    head = NOBODY;
  }
}
