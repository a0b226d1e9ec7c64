package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.FreeProfile;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Finds the earliest reservation of a job in a room, and at that time the one for most tasks: with
 * fewer an elastic job runs longer, so each number of tasks is asked about its own stretch of time.
 * Of a gang that is spread each group has the same number of tasks all the time, as nothing moves.
 *
 * <p>For a rigid job on one device type it takes time that grows with the steps of the profile, for
 * others with their square where room is scarce.
 */
final class SlotSearch {
  private final Simulation run;
  private final JobTable jobs;
  private final FleetLayout layout;
  private final FreeTimes free;

  SlotSearch(Simulation run, FreeTimes free) {
    this.run = run;
    this.free = free;
    jobs = run.input().jobs();
    layout = run.input().layout();
  }

  /**
   * The rooms of a job: groups, those of its own region first, and after them of each union the two
   * groups on which the job is fastest, three, and so on.
   */
  List<Room> rooms(int job) {
    int[] places = run.cycle().groupsFor(job);
    List<Room> rooms = new ArrayList<>(places.length);
    for (int place : places) {
      if (layout.isUnion(place)) {
        int[] fastest = run.cycle().fastestFirst(place, job);
        for (int count = 2; count <= fastest.length; count++) {
          rooms.add(new Room(place, Arrays.copyOf(fastest, count)));
        }
      } else {
        rooms.add(Room.of(place));
      }
    }
    return rooms;
  }

  /**
   * The earliest reservation from a second on, as far as the job is allowed to; null where there
   * never is one: never where there are devices enough, but never nodes that take the gang.
   */
  @Nullable Slot earliest(Room room, int job, long from, Allowance allowance) {
    if (!jobs.isElastic(job) && !room.isSpread()) {
      return earliestWhole(room, job, from, allowance);
    }
    Allowance inRoom = within(room, allowance.tasks(room.place()), allowance);
    int most = Math.min(jobs.tasks(job), run.cycle().mostTasks(room.place(), job, inRoom));
    if (most < jobs.tasksMin(job)) {
      return null;
    }
    long shortest = seconds(room, job, most);
    long at = notBefore(room, job, from, shortest);
    while (at < FreeProfile.NEVER) {
      Slot slot = widest(room, job, at, most, allowance);
      if (slot != null) {
        return slot;
      }
      at = notBefore(room, job, free.nextStep(room, at), shortest);
    }
    return null;
  }

  /** In a single group it needs at least so much for as long as it takes with most tasks. */
  private long notBefore(Room room, int job, long from, long shortest) {
    long least = jobs.tasksMin(job) * jobs.request(job).milliDevices();
    return room.isSpread() || from == FreeProfile.NEVER
        ? from
        : free.of(room.place()).earliest(from, least, shortest);
  }

  private @Nullable Slot earliestWhole(Room room, int job, long from, Allowance allowance) {
    int group = room.place();
    int tasks = jobs.tasks(job);
    if (!run.cycle().isPossible(group, job) || allowance.tasks(group) < tasks) {
      return null;
    }
    long seconds = run.expectedSeconds(job, group);
    long at = free.of(group).earliest(from, jobs.milliDevices(job), seconds);
    return at == FreeProfile.NEVER ? null : new Slot(room, at, seconds, new int[] {tasks});
  }

  /**
   * The reservation at a second for as many tasks as can be, up to a number; null when that is too
   * few. What is free for all of a time is no more than for a part of it: so where there is less
   * than was asked for, no number between will do.
   */
  private @Nullable Slot widest(Room room, int job, long at, int atMost, Allowance allowance) {
    int tasks = atMost;
    while (tasks >= jobs.tasksMin(job)) {
      long seconds = seconds(room, job, tasks);
      int[] parts = parts(tasks, most(room, job, at, at + seconds, allowance));
      int found = Arrays.stream(parts).sum();
      if (found == tasks) {
        return new Slot(room, at, seconds, parts);
      }
      tasks = found;
    }
    return null;
  }

  /** How long it is expected to run with so many tasks on the slowest of the groups. */
  private long seconds(Room room, int job, int tasks) {
    long longest = 0;
    for (int group : room.groups()) {
      longest =
          Math.max(longest, run.holdings().progress().expectedSecondsToEnd(job, tasks, group));
    }
    return longest;
  }

  /** How many tasks there may be in each group at all seconds of a time. */
  private int[] most(Room room, int job, long from, long to, Allowance allowance) {
    long perTask = jobs.request(job).milliDevices();
    int[] most = new int[room.groups().length];
    for (int i = 0; i < most.length; i++) {
      int group = room.groups()[i];
      int allowed = Math.min(jobs.tasks(job), allowance.tasks(group));
      long milli = free.of(group).least(from, to);
      most[i] = perTask == 0 ? allowed : Math.clamp(milli / perTask, 0, allowed);
    }
    return most;
  }

  /** As many as can be in the first group, then in the next. */
  private static int[] parts(int tasks, int[] most) {
    int[] parts = new int[most.length];
    int left = tasks;
    for (int i = 0; i < most.length; i++) {
      parts[i] = Math.min(left, most[i]);
      left -= parts[i];
    }
    return parts;
  }

  /** Only in this room, at most so many in all. */
  private static Allowance within(Room room, int tasks, Allowance allowance) {
    return place -> {
      if (place == room.place()) {
        return tasks;
      }
      boolean isIn = Arrays.stream(room.groups()).anyMatch(group -> group == place);
      return isIn ? allowance.tasks(place) : 0;
    };
  }

  /**
   * How the job can start now by a reservation that begins now: with the tasks of each group as
   * they are reserved; else, where nodes do not agree with that, otherwise in the room, if that
   * delays nobody; or with fewer. Null when it cannot.
   */
  Decision.@Nullable Start start(Slot slot, int job, Allowance allowance) {
    Room room = slot.room();
    Slot next = slot;
    while (next != null) {
      Allowance free = beside(next, job, allowance);
      Decision.Start start = startWith(next, job, free);
      if (start != null || !jobs.isElastic(job)) {
        return start;
      }
      Decision.Start fewer = run.cycle().findIn(room.place(), job, free);
      int tasks = fewer == null ? 0 : Math.min(fewer.tasks(), next.tasks() - 1);
      next = widest(room, job, run.now(), tasks, allowance);
    }
    return null;
  }

  private Decision.@Nullable Start startWith(Slot slot, int job, Allowance free) {
    Room room = slot.room();
    int tasks = slot.tasks();
    Decision.Start start =
        run.cycle().findJust(tasks, room.place(), job, within(room, tasks, slot::tasksIn));
    return start == null && room.isSpread()
        ? run.cycle().findJust(tasks, room.place(), job, free)
        : start;
  }

  /** What is free in each group for as long as the reservation lasts. */
  private Allowance beside(Slot slot, int job, Allowance allowance) {
    int[] most = most(slot.room(), job, slot.at(), slot.end(), allowance);
    Slot all = new Slot(slot.room(), slot.at(), slot.seconds(), most);
    return within(slot.room(), slot.tasks(), all::tasksIn);
  }
}
