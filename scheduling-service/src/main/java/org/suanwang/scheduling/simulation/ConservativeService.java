package org.suanwang.scheduling.simulation;

import java.util.Arrays;
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
 * <p>When something fails, all reservations are given back and taken again in order. A reservation
 * is a number of devices of a group, not certain nodes; whether its nodes take the gang is looked
 * at when its time has come, and if they do not, it takes the next one. As many jobs have
 * reservations as the policy's depth says. An arrival takes time that grows with the number of
 * reservations and running jobs, an early end with that times the depth.
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
  public void left(int job) {
    if (reservedAt[job] != NONE) {
      profiles[reservedIn[job]].advance(run.now());
      giveBack(job);
      isBetter = true;
    }
    line.remove(job);
  }

  @Override
  public boolean isEmpty() {
    return line.size() == 0;
  }

  @Override
  public void serve(boolean released) {
    for (FreeProfile profile : profiles) {
      profile.advance(run.now());
    }
    for (ExpectedEnds.Running late : ends.overdue(run.now())) {
      expectLater(late);
    }
    isBetter |= ends.isEmpty();
    if (isWorse) {
      giveAllBack();
      isWorse = false;
    }
    int depth = run.input().policy().depth();
    int job = line.head();
    for (int seen = 0; seen < depth && job != RankedLine.NONE && !run.isStopped(); seen++) {
      if (reservedAt[job] <= run.now() || (isBetter && canMove(job))) {
        reserve(job);
      }
      job = line.after(job);
    }
    isBetter = false;
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
        at = earliest(job, group, nextChange(group));
      }
      if (at < best) {
        best = at;
        bestGroup = group;
      }
    }
    reservedAt[job] = best;
    reservedIn[job] = bestGroup;
    take(job, bestGroup, best);
    run.explanations().blockForReservation(job);
  }

  private long earliest(int job, int group, long from) {
    return profiles[group].earliest(from, jobs.milliDevices(job), run.expectedSeconds(job, group));
  }

  /** Before anything changes by the reservations, the nodes will not take what they did not. */
  private long nextChange(int group) {
    long next = profiles[group].nextStep(run.now());
    return next == FreeProfile.NEVER ? run.now() + 1 : next;
  }

  private void take(int job, int group, long at) {
    profiles[group].add(at, at + run.expectedSeconds(job, group), -jobs.milliDevices(job));
  }

  private void giveBack(int job) {
    if (reservedAt[job] != NONE) {
      int group = reservedIn[job];
      long end = reservedAt[job] + run.expectedSeconds(job, group);
      long from = Math.max(reservedAt[job], run.now());
      profiles[group].add(from, end, jobs.milliDevices(job));
      reservedAt[job] = NONE;
    }
  }

  @Override
  public void start(int job, Decision.Start start) {
    giveBack(job);
    line.remove(job);
    long end = run.now() + run.expectedSeconds(job, start.group());
    Allocation held = run.start(job, start);
    hold(job, held, end, 1);
    ends.add(job, end, held);
  }
}
