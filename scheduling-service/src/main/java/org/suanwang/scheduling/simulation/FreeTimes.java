package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import org.suanwang.scheduling.calendar.NodeCalendar;
import org.suanwang.scheduling.calendar.Segment;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.FreeProfile;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * How much of each group is free at which time, beside what runs by its estimates, what is planned
 * for nodes, what is out of use and what is reserved: a number of thousandths of devices.
 */
final class FreeTimes {
  private final Simulation run;
  private final JobTable jobs;
  private final FreeProfile[] profiles;
  private final FreeProfile[] unreserved;
  private final NodeCalendar calendar;
  private boolean isWorse;

  /**
   * At the beginning of a run.
   *
   * @param forgets whether all that is reserved will be {@link #forgetSlots forgotten} at times
   */
  FreeTimes(Simulation run, boolean forgets) {
    this.run = run;
    jobs = run.input().jobs();
    profiles = profiles();
    unreserved = forgets ? profiles() : profiles;
    calendar = run.plans().calendar();
    calendar.segments().forEach(this::close);
  }

  private FreeProfile[] profiles() {
    return run.input().layout().groups().stream()
        .map(FleetLayout.Group::devices)
        .map(devices -> new FreeProfile(devices * TaskRequest.MILLI))
        .toArray(FreeProfile[]::new);
  }

  private void close(Segment segment) {
    FleetLayout.PoolSpan pool = run.state().pool(segment.nodes().first());
    long devices = (long) segment.nodes().size() * pool.pool().devicesPerNode();
    segment.closed((from, to) -> add(pool.group(), from, to, -devices * TaskRequest.MILLI));
  }

  /** More is free for a time beside what is reserved, or less. */
  private void add(int group, long from, long to, long milli) {
    profiles[group].add(from, to, milli);
    if (unreserved[group] != profiles[group]) {
      unreserved[group].add(from, to, milli);
    }
  }

  /** Comes to the present. */
  void goOn() {
    for (int group = 0; group < profiles.length; group++) {
      advance(group);
    }
  }

  private void advance(int group) {
    profiles[group].advance(run.now());
    unreserved[group].advance(run.now());
  }

  /** All that is reserved is so no longer. */
  void forgetSlots() {
    for (int group = 0; group < profiles.length; group++) {
      profiles[group].copy(unreserved[group]);
    }
  }

  FreeProfile of(int group) {
    return profiles[group];
  }

  /** A job takes what it holds until an end. */
  void take(int job, Allocation held, long end) {
    hold(job, held, end, 1);
  }

  /** A job gives back what it holds, which it was to hold until an end. */
  void giveBack(int job, Allocation held, long end) {
    hold(job, held, end, -1);
  }

  private void hold(int job, Allocation held, long end, int sign) {
    for (int group : run.input().layout().unions().groupsOf(held)) {
      advance(group);
      hold(job, held, group, end, sign);
    }
  }

  private void hold(int job, Allocation held, int group, long end, int sign) {
    long perTask = jobs.request(job).milliDevices();
    long always = 0;
    for (int i = 0; i < held.nodes().length; i++) {
      int node = held.nodes()[i];
      if (group == held.group() || group == run.state().pool(node).group()) {
        long milli = perTask * held.tasksOnNode()[i];
        Segment segment = calendar.of(node);
        if (segment.isFree()) {
          always += milli;
        } else {
          segment.open(run.now(), end, (from, to) -> add(group, from, to, -sign * milli));
        }
      }
    }
    add(group, run.now(), end, -sign * always);
  }

  /** Whether as much as is held is free for so long from now on. */
  boolean areFree(int job, Allocation held, long seconds) {
    long end = run.now() + seconds;
    take(job, held, end);
    boolean isEnough =
        Arrays.stream(run.input().layout().unions().groupsOf(held))
            .allMatch(group -> profiles[group].earliest(run.now(), 0, seconds) == run.now());
    giveBack(job, held, end);
    return isEnough;
  }

  /** Some of a node is out of use for a time; returns whether that had not been foreseen. */
  boolean isOut(Withdrawal withdrawal, long fromSeconds, long backSeconds) {
    int node = withdrawal.node();
    int group = run.state().pool(node).group();
    advance(group);
    long milli = (long) withdrawal.devices().length * TaskRequest.MILLI;
    isWorse = false;
    calendar
        .of(node)
        .open(
            fromSeconds,
            backSeconds,
            (from, to) -> {
              add(group, from, to, -milli);
              isWorse = true;
            });
    return isWorse;
  }

  /** A job takes what is reserved for it. */
  void take(int job, Slot slot) {
    add(job, slot, slot.at(), -1);
  }

  /** A job gives back what is reserved for it, as far as it is not past. */
  void giveBack(int job, Slot slot) {
    for (int group : slot.room().groups()) {
      advance(group);
    }
    add(job, slot, Math.max(slot.at(), run.now()), 1);
  }

  /** A job takes again what it gave back at this instant. */
  void takeAgain(int job, Slot slot) {
    add(job, slot, Math.max(slot.at(), run.now()), -1);
  }

  private void add(int job, Slot slot, long from, int sign) {
    long perTask = jobs.request(job).milliDevices();
    for (int i = 0; i < slot.tasksIn().length; i++) {
      long milli = sign * perTask * slot.tasksIn()[i];
      profiles[slot.room().groups()[i]].add(from, slot.end(), milli);
    }
  }

  /** When next after a second more or less is free in one of these groups. */
  long nextStep(Room room, long second) {
    long next = FreeProfile.NEVER;
    for (int group : room.groups()) {
      next = Math.min(next, profiles[group].nextStep(second));
    }
    return next;
  }

  /** Before anything changes by the reservations, the nodes will not take what they did not. */
  long nextChange(Room room) {
    return Math.min(nextStep(room, run.now()), calendar.nextChange(run.now()));
  }

  /** When next the nodes might take what they did not: with the next change, else in a second. */
  long nextTry(Room room) {
    long change = nextChange(room);
    return change == FreeProfile.NEVER ? run.now() + 1 : change;
  }
}
