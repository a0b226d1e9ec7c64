package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.calendar.Segment;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.FreeProfile;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The reservations of those that wait under conservative backfilling, and how much of each group is
 * free at which time beside these, what runs by its estimates, what is planned and what is out of
 * use. A reservation is a number of devices of a group, not certain nodes; whether its nodes take
 * the gang is looked at when its time has come, and if they do not, it takes the next one.
 *
 * <p>Making one takes time that grows with the number of reservations and running jobs.
 */
final class ReservedTimes {
  private static final long NONE = -1;

  private final Simulation run;
  private final JobTable jobs;
  private final ExpectedEnds ends;
  private final FreeProfile[] profiles;
  private final long[] reservedAt;
  private final int[] reservedIn;
  private final BitSet holders = new BitSet();
  private final TreeSet<Waiting> due = new TreeSet<>();
  private final NodeCalendar calendar;
  private boolean isWorse;

  ReservedTimes(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    ends = new ExpectedEnds(jobs.size());
    profiles =
        run.input().layout().groups().stream()
            .map(FleetLayout.Group::devices)
            .map(devices -> new FreeProfile(devices * TaskRequest.MILLI))
            .toArray(FreeProfile[]::new);
    reservedAt = new long[jobs.size()];
    Arrays.fill(reservedAt, NONE);
    reservedIn = new int[jobs.size()];
    calendar = run.plans().calendar();
    calendar.segments().forEach(this::close);
  }

  private void close(Segment segment) {
    FleetLayout.PoolSpan pool = run.state().pool(segment.nodes().first());
    long devices = (long) segment.nodes().size() * pool.pool().devicesPerNode();
    segment.closed(
        (from, to) -> profiles[pool.group()].add(from, to, -devices * TaskRequest.MILLI));
  }

  /** Comes to the present: who runs on past its estimate is expected to end at once. */
  void goOn() {
    for (FreeProfile profile : profiles) {
      profile.advance(run.now());
    }
    for (ExpectedEnds.Running late : ends.overdue(run.now())) {
      ends.remove(late.job());
      ends.add(late.job(), run.now() + 1, late.held());
      hold(late.job(), late.held(), run.now() + 1, 1);
    }
  }

  /** Whether nothing runs whose end anybody could wait for. */
  boolean isIdle() {
    return ends.isEmpty();
  }

  /** A job without a reservation has started and is expected to run for so long. */
  void started(int job, Allocation held, long seconds) {
    hold(job, held, run.now() + seconds, 1);
    ends.add(job, run.now() + seconds, held);
  }

  /** A job has ended; returns whether it did before it was expected to. */
  boolean ended(int job, Allocation held) {
    long expected = ends.remove(job);
    profiles[held.group()].advance(run.now());
    hold(job, held, expected, -1);
    return expected > run.now();
  }

  /** Takes what a running job holds out of the profile until an end; with −1 gives it back. */
  private void hold(int job, Allocation held, long end, int sign) {
    FreeProfile profile = profiles[held.group()];
    long perTask = jobs.request(job).milliDevices();
    long always = 0;
    for (int i = 0; i < held.nodes().length; i++) {
      long milli = perTask * held.tasksOnNode()[i];
      Segment segment = calendar.of(held.nodes()[i]);
      if (segment.isFree()) {
        always += milli;
      } else {
        segment.open(run.now(), end, (from, to) -> profile.add(from, to, -sign * milli));
      }
    }
    profile.add(run.now(), end, -sign * always);
  }

  /**
   * Some of a node is out of use from now on, until it is expected back; returns whether that had
   * not been foreseen.
   */
  boolean wentOut(Withdrawal withdrawal, long backSeconds) {
    return isOut(withdrawal, run.now(), backSeconds);
  }

  /** Some of a node comes back later than it was to; returns whether that had not been foreseen. */
  boolean staysOut(Withdrawal withdrawal, long untilSeconds, long backSeconds) {
    return isOut(withdrawal, Math.max(run.now(), untilSeconds), backSeconds);
  }

  private boolean isOut(Withdrawal withdrawal, long fromSeconds, long backSeconds) {
    int node = withdrawal.node();
    FreeProfile profile = profiles[run.state().pool(node).group()];
    profile.advance(run.now());
    long milli = (long) withdrawal.devices().length * TaskRequest.MILLI;
    isWorse = false;
    calendar
        .of(node)
        .open(
            fromSeconds,
            backSeconds,
            (from, to) -> {
              profile.add(from, to, -milli);
              isWorse = true;
            });
    return isWorse;
  }

  /** Whether a job has a reservation. */
  boolean has(int job) {
    return reservedAt[job] != NONE;
  }

  /** Whether a job has no reservation for a later time. */
  boolean isDue(int job) {
    return reservedAt[job] <= run.now();
  }

  /** When the next reservation begins after now; Long.MAX_VALUE when none does. */
  long nextDue() {
    Waiting next = due.higher(new Waiting(run.now(), Integer.MAX_VALUE));
    return next == null ? Long.MAX_VALUE : next.rank();
  }

  /** Whether there is an earlier reservation than the one the job has. */
  boolean canMove(int job) {
    long held = reservedAt[job];
    for (int group : run.cycle().groupsFor(job)) {
      long at =
          group == reservedIn[job]
              ? profiles[group].earliest(
                  run.now(), jobs.milliDevices(job), run.expectedSeconds(job, group), held)
              : earliest(job, group, run.now());
      if (at < held) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where a job can start now, in groups that are open to it; null when nowhere. It has then the
   * earliest reservation there is, instead of the one it had: none where none of these groups would
   * ever hold it.
   */
  Decision.@Nullable Start reserve(int job, IntPredicate isOpen) {
    giveBack(job);
    long best = FreeProfile.NEVER;
    int bestGroup = 0;
    for (int group : run.cycle().groupsFor(job)) {
      long at = isOpen.test(group) ? earliest(job, group, run.now()) : FreeProfile.NEVER;
      if (at == run.now()) {
        Decision.Start start = run.cycle().findIn(group, job);
        if (start != null) {
          return start;
        }
        long change = nextChange(group);
        at = earliest(job, group, change == FreeProfile.NEVER ? run.now() + 1 : change);
      }
      if (at < best) {
        best = at;
        bestGroup = group;
      }
    }
    if (best < FreeProfile.NEVER) {
      boolean isGuess = best == run.now() + 1 && nextChange(bestGroup) > best;
      take(job, bestGroup, best, isGuess);
    }
    return null;
  }

  /** Never where there are devices enough, but never nodes that take the gang. */
  private long earliest(int job, int group, long from) {
    return run.cycle().isPossible(group, job)
        ? profiles[group].earliest(from, jobs.milliDevices(job), run.expectedSeconds(job, group))
        : FreeProfile.NEVER;
  }

  /** Before anything changes by the reservations, the nodes will not take what they did not. */
  private long nextChange(int group) {
    long planned = calendar.nextChange(run.now());
    return Math.min(profiles[group].nextStep(run.now()), planned);
  }

  /**
   * Where a job for which nodes are kept now can start on these and on others, in groups that are
   * open to it, if that delays nobody's reservation; null when nowhere. Its own it keeps only then,
   * and only one for a later time. Kept nodes are in no profile while they are, so such a start is
   * not foretold.
   */
  Decision.@Nullable Start findOnKept(int job, IntPredicate isOpen) {
    long reserved = reservedAt[job];
    giveBack(job);
    for (int group : run.cycle().groupsFor(job)) {
      Decision.Start start = isOpen.test(group) ? run.cycle().findIn(group, job) : null;
      if (start != null && delaysNobody(job, run.cycle().foresee(job, start))) {
        return start;
      }
    }
    if (reserved > run.now()) {
      take(job, reservedIn[job], reserved, false);
    }
    return null;
  }

  private boolean delaysNobody(int job, Allocation held) {
    long seconds = run.expectedSeconds(job, held.group());
    long end = run.now() + seconds;
    hold(job, held, end, 1);
    boolean isEnough = profiles[held.group()].earliest(run.now(), 0, seconds) == run.now();
    hold(job, held, end, -1);
    return isEnough;
  }

  private void take(int job, int group, long at, boolean isGuess) {
    reservedAt[job] = at;
    reservedIn[job] = group;
    holders.set(job);
    if (!isGuess) {
      due.add(new Waiting(at, job));
    }
    profiles[group].add(at, at + run.expectedSeconds(job, group), -jobs.milliDevices(job));
  }

  /** In which group the reservation of a job is that has one. */
  int groupOf(int job) {
    return reservedIn[job];
  }

  /** A job gives back the reservation that it may have. */
  void giveBack(int job) {
    if (reservedAt[job] != NONE) {
      int group = reservedIn[job];
      profiles[group].advance(run.now());
      long end = reservedAt[job] + run.expectedSeconds(job, group);
      long from = Math.max(reservedAt[job], run.now());
      profiles[group].add(from, end, jobs.milliDevices(job));
      due.remove(new Waiting(reservedAt[job], job));
      holders.clear(job);
      reservedAt[job] = NONE;
    }
  }

  /** All give their reservations back. */
  void giveAllBack() {
    for (int job = holders.nextSetBit(0); job >= 0; job = holders.nextSetBit(job + 1)) {
      giveBack(job);
    }
  }
}
