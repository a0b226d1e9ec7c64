package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.TreeSet;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.calendar.Segment;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.FreeProfile;
import org.suanwang.scheduling.queue.RankedLine;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Conservative backfilling (Mu'alem and Feitelson 2001): each job gets the earliest reservation
 * that delays none made before. When a job ends before its estimate says, every job in order gives
 * its reservation back and takes the earliest one again, which is never later.
 *
 * <p>When something fails, all are given back and taken again in order. A reservation is a number
 * of devices of a group, not certain nodes; whether its nodes take the gang is looked at when its
 * time has come; if not, it takes the next. As many jobs have one as the depth says. An arrival
 * takes time that grows with reservations and running jobs, an early end with that times the depth.
 */
final class ConservativeService implements QueueService {
  private static final long NONE = -1;

  private final Simulation run;
  private final JobTable jobs;
  private final RankedLine line;
  private final ExpectedEnds ends;
  private final FreeProfile[] profiles;
  private final long[] reservedAt;
  private final int[] reservedIn;
  private final TreeSet<Waiting> due = new TreeSet<>();
  private final NodeCalendar calendar;
  private boolean isBetter;
  private boolean isWorse;

  ConservativeService(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    line = new RankedLine(run.input().policy().order().ranks(jobs));
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

  @Override
  public void arrived(int job) {
    line.add(job);
  }

  @Override
  public void ended(int job, Allocation held) {
    long expected = ends.remove(job);
    profiles[held.group()].advance(run.now());
    hold(job, held, expected, -1);
    isBetter |= expected > run.now();
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

  @Override
  public void wentOut(Withdrawal withdrawal, long backSeconds) {
    int node = withdrawal.node();
    FreeProfile profile = profiles[run.state().pool(node).group()];
    profile.advance(run.now());
    long milli = (long) withdrawal.devices().length * TaskRequest.MILLI;
    calendar
        .of(node)
        .open(
            run.now(),
            backSeconds,
            (from, to) -> {
              profile.add(from, to, -milli);
              isWorse = true;
            });
  }

  @Override
  public void dataArrived() {
    isBetter = true;
  }

  @Override
  public void left(int job) {
    if (reservedAt[job] != NONE) {
      profiles[reservedIn[job]].advance(run.now());
      giveBack(job);
      isBetter = true;
    }
    line.remove(job);
  }

  /** While nothing runs whose end it could wait for, when the time of a reservation comes. */
  @Override
  public long nextInstant() {
    Waiting next = ends.isEmpty() ? due.higher(new Waiting(run.now(), Integer.MAX_VALUE)) : null;
    return next == null ? Long.MAX_VALUE : next.rank();
  }

  @Override
  public boolean isEmpty() {
    return line.size() == 0;
  }

  @Override
  public void serve(boolean released) {
    Arrays.stream(profiles).forEach(profile -> profile.advance(run.now()));
    ends.overdue(run.now()).forEach(this::expectLater);
    isBetter |= ends.isEmpty();
    if (isWorse) {
      giveAllBack();
      isWorse = false;
    }
    walk();
    if (ends.isEmpty() && !isEmpty()) {
      isBetter = true;
      walk();
    }
    isBetter = false;
  }

  /**
   * Starts those whose time has come, or is nearer now. One whose time is past may get a later one,
   * after others made way for it; so where nobody could start, it is asked once more.
   */
  private void walk() {
    int depth = run.input().policy().depth();
    int job = line.head();
    for (int seen = 0; seen < depth && job != RankedLine.NONE && !run.isStopped(); seen++) {
      boolean isStarted = run.plans().keepNow(job) && startsOnKept(job);
      if (!isStarted && (reservedAt[job] <= run.now() || (isBetter && canMove(job)))) {
        reserve(job);
      }
      job = line.after(job);
    }
  }

  /**
   * Starts a job for which nodes are kept now, on these and on others, if that delays nobody's
   * reservation. Kept nodes are in no profile while they are, so such a start is not foretold.
   */
  private boolean startsOnKept(int job) {
    long reserved = reservedAt[job];
    giveBack(job);
    for (int group : run.cycle().groupsFor(job)) {
      Decision.Start start = run.cycle().findIn(group, job);
      if (start != null && delaysNobody(job, run.cycle().foresee(job, start))) {
        isBetter |= reserved != NONE;
        start(job, start);
        return true;
      }
    }
    if (reserved > run.now()) {
      take(job, reservedIn[job], reserved);
    }
    return false;
  }

  private boolean delaysNobody(int job, Allocation held) {
    long seconds = run.expectedSeconds(job, held.group());
    long end = run.now() + seconds;
    hold(job, held, end, 1);
    boolean isEnough = profiles[held.group()].earliest(run.now(), 0, seconds) == run.now();
    hold(job, held, end, -1);
    return isEnough;
  }

  private void giveAllBack() {
    for (int job = line.head(); job != RankedLine.NONE; job = line.after(job)) {
      giveBack(job);
    }
  }

  /** A job past its estimate is expected to end at once. */
  private void expectLater(ExpectedEnds.Running late) {
    ends.remove(late.job());
    ends.add(late.job(), run.now() + 1, late.held());
    hold(late.job(), late.held(), run.now() + 1, 1);
  }

  /** Whether there is an earlier reservation than the one the job has. */
  private boolean canMove(int job) {
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

  /** Starts a job, or gives it the earliest reservation there is, instead of the one it had. */
  private void reserve(int job) {
    giveBack(job);
    long best = FreeProfile.NEVER;
    int bestGroup = 0;
    for (int group : run.cycle().groupsFor(job)) {
      long at = earliest(job, group, run.now());
      if (at == run.now()) {
        Decision.Start start = run.cycle().findIn(group, job);
        if (start != null) {
          start(job, start);
          return;
        }
        long change = nextChange(group);
        at = earliest(job, group, change == FreeProfile.NEVER ? run.now() + 1 : change);
      }
      if (at < best) {
        best = at;
        bestGroup = group;
      }
    }
    boolean isGuess = best == run.now() + 1 && nextChange(bestGroup) > best;
    take(job, bestGroup, best);
    if (isGuess) {
      due.remove(new Waiting(best, job));
    }
    run.explanations().blockForReservation(job);
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

  private void take(int job, int group, long at) {
    reservedAt[job] = at;
    reservedIn[job] = group;
    due.add(new Waiting(at, job));
    profiles[group].add(at, at + run.expectedSeconds(job, group), -jobs.milliDevices(job));
  }

  private void giveBack(int job) {
    if (reservedAt[job] != NONE) {
      int group = reservedIn[job];
      long end = reservedAt[job] + run.expectedSeconds(job, group);
      long from = Math.max(reservedAt[job], run.now());
      profiles[group].add(from, end, jobs.milliDevices(job));
      due.remove(new Waiting(reservedAt[job], job));
      reservedAt[job] = NONE;
    }
  }

  @Override
  public void start(int job, Decision.Start start) {
    isBetter |= reservedAt[job] != NONE;
    giveBack(job);
    line.remove(job);
    long end = run.now() + run.expectedSeconds(job, start.group());
    Allocation held = run.start(job, start);
    hold(job, held, end, 1);
    ends.add(job, end, held);
  }
}
