package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.workload.Job;

/**
 * Queues of tenants written down a second time, as plainly as possible, on one node of devices that
 * are all alike: gangs of tasks of one device, in each queue first come, first served, with quotas
 * of all devices together. Everything is counted anew from the stretches of running whenever it is
 * asked for. Shares no code with the simulator but the rule that it reads.
 */
final class SlowQueues extends SlowRun {
  private final String fairness;
  private final long[] ends;
  private boolean asksAgain;
  private boolean preempts;
  private boolean mayGrow;
  private boolean hadHead;
  private boolean lends;
  private final int[] own;

  /** Jobs must be in order of submission. */
  SlowQueues(int devices, List<Job> jobs, QueueRule rule, String fairness, double halfLife) {
    super(devices, jobs, rule, halfLife);
    this.fairness = fairness;
    own = new int[jobs.size()];
    ends = new long[jobs.size()];
    Arrays.fill(ends, -1);
  }

  /**
   * When each job ends; −1 for those that never could start.
   *
   * @param given a discipline, with {@code -preempt} behind it where others give way to the head
   */
  long[] ends(String given) {
    String discipline = given.replace("-preempt", "");
    setDiscipline(given);
    var instants = new TreeSet<>(jobs.stream().map(Job::submitSeconds).toList());
    while (!instants.isEmpty()) {
      now = instants.removeFirst();
      boolean again = asksAgain;
      boolean happens = again;
      asksAgain = false;
      int arrived = 0;
      int newcomer = 0;
      for (int j = 0; j < jobs.size(); j++) {
        if (isRunning(j) && end(j) == now) {
          mayGrow = true;
          stop(j);
          ends[j] = now;
          present[j] = false;
          again = true;
          happens = true;
        }
        if (jobs.get(j).submitSeconds() == now) {
          happens = true;
          present[j] = least(j) <= devices && isEverAllowed(j);
          arrived += present[j] ? 1 : 0;
          newcomer = present[j] ? j : newcomer;
        }
      }
      if (!happens) {
        continue; // one that ran until now has given way before
      }
      if (!again && arrived == 1 && discipline.equals("preempt")) {
        again = attempt(newcomer);
      } else {
        again |= arrived > 0;
      }
      if (discipline.equals("easy")) {
        again |= hadHead && hasOverdue();
        hadHead = again ? new SlowReservation(this, preempts).pass() : hadHead;
        again = false;
      }
      if (discipline.equals("conservative")) {
        new SlowReservedTimes(this).passOnce();
        again = false;
      }
      while (again) {
        again = pass(discipline);
      }
      grow();
      for (int j = 0; j < jobs.size(); j++) {
        if (isRunning(j)) {
          instants.add(end(j));
        }
      }
      if (asksAgain) {
        instants.add(now + 1);
      }
      instants.headSet(now, true).clear();
    }
    return ends;
  }

  private void setDiscipline(String given) {
    preempts = given.endsWith("preempt");
    lends = List.of("strict", "skip").contains(given) && !rule.hasQuotas();
  }

  /** Whether some estimate has turned out too short, which moves what was foretold. */
  private boolean hasOverdue() {
    for (int j = 0; j < jobs.size(); j++) {
      if (isRunning(j) && toldEnd(j) <= now) {
        return true;
      }
    }
    return false;
  }

  private boolean isEverAllowed(int j) {
    return new QuotaFlow(rule, null, Map.of()).allows(tenant(j), 1000L * least(j));
  }

  /** Goes once through those that wait; whether somebody gave way, or borrows anew. */
  private boolean pass(String discipline) {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> over = new HashSet<>();
    queues().stream().filter(q -> waiting(q, -1) == null).forEach(over::add);
    boolean madeRoom = false;
    String queue = first(over, seen);
    while (queue != null) {
      Integer j = waiting(queue, seen.getOrDefault(queue, -1));
      if (j == null) {
        over.add(queue);
      } else {
        seen.put(queue, j);
        madeRoom |= attempt(j);
        if (madeRoom && discipline.equals("strict")) {
          return true;
        }
        if (!isRunning(j) && discipline.equals("strict")) {
          if (isAllowed(j)) {
            return false;
          }
          over.add(queue);
        }
        if (waiting(queue, seen.get(queue)) == null) {
          over.add(queue);
        }
      }
      queue = first(over, seen);
    }
    return madeRoom;
  }

  /** Starts a job if it can; whether somebody gave way, or its queue borrows, so others may ask. */
  private boolean attempt(int j) {
    int tasks = fit(j, size(j), least(j));
    if (tasks == 0 && lends && takeBack(least(j) - free())) {
      tasks = fit(j, size(j), least(j));
    }
    if (tasks > 0) {
      own[j] = tasks;
      begin(j, tasks);
      return preempts && borrows(j);
    }
    return preempts && makeRoom(j);
  }

  /** The queue whose turn it is. */
  @Nullable String first(Set<String> over, Map<String, Integer> seen) {
    List<String> left = queues().stream().filter(q -> !over.contains(q)).toList();
    Comparator<String> byHead =
        Comparator.comparing(q -> waiting(q, seen.getOrDefault(q, -1)), Comparator.naturalOrder());
    if (!fairness.equals("fair-tree")) {
      return left.stream()
          .min(Comparator.<String>comparingDouble(this::standing).thenComparing(byHead))
          .orElse(null);
    }
    String at = "";
    while (!left.isEmpty() && !left.contains(at)) {
      String above = at;
      at =
          left.stream()
              .filter(q -> above.isEmpty() || q.startsWith(above + "/"))
              .map(q -> upTo(q, above.isEmpty() ? 1 : levels(above) + 1))
              .distinct()
              .min(
                  Comparator.<String>comparingDouble(q -> usage(q) / weight(q))
                      .thenComparing(q -> headBelow(q, left, seen)))
              .orElseThrow();
    }
    return left.isEmpty() ? null : at;
  }

  /** The head of the queue below whose turn it is, found in the same way. */
  private Integer headBelow(String queue, List<String> all, Map<String, Integer> seen) {
    if (all.contains(queue)) {
      return Objects.requireNonNull(waiting(queue, seen.getOrDefault(queue, -1)));
    }
    return all.stream()
        .filter(q -> q.startsWith(queue + "/"))
        .map(q -> upTo(q, levels(queue) + 1))
        .distinct()
        .min(
            Comparator.<String>comparingDouble(q -> usage(q) / weight(q))
                .thenComparing(q -> headBelow(q, all, seen)))
        .map(q -> headBelow(q, all, seen))
        .orElseThrow();
  }

  private double standing(String queue) {
    return switch (fairness) {
      case "none" -> 0;
      case "drf" -> held(queue) / (double) devices / due(queue);
      default -> usage(queue) / due(queue);
    };
  }

  /** Starts a job in the place of others; whether they gave way. */
  boolean makeRoom(int j) {
    SlowReclaim reclaim = new SlowReclaim(this, j);
    boolean isNewSpared = reclaim.asksAgain();
    int tasks = reclaim.makeRoom();
    if (tasks > 0) {
      begin(j, tasks);
    }
    asksAgain |= isNewSpared && tasks == 0;
    return tasks > 0;
  }

  /** So many devices of what jobs have grown by, the latest first; whether there are so many. */
  private boolean takeBack(int wanted) {
    int lent = 0;
    for (int j = 0; j < jobs.size(); j++) {
      lent += isRunning(j) ? tasks(j) - own[j] : 0;
    }
    int left = wanted;
    for (int j = jobs.size() - 1; j >= 0 && lent >= wanted; j--) {
      int back = isRunning(j) ? Math.min(left, tasks(j) - own[j]) : 0;
      if (back > 0) {
        change(j, tasks(j) - back);
        left -= back;
      }
    }
    return lent >= wanted;
  }

  /** When something was given back since it was last tried; where none is lent nobody may wait. */
  private void grow() {
    for (int j = 0; j < jobs.size(); j++) {
      if (!lends && present[j] && !isRunning(j)) {
        return;
      }
    }
    for (int j = 0; j < jobs.size() && mayGrow; j++) {
      int more = isRunning(j) ? fit(j, size(j) - tasks(j), 1) : 0;
      if (more > 0 && now + seconds(left[j] - done(j), j, tasks(j) + more) < end(j)) {
        change(j, tasks(j) + more);
      }
    }
    mayGrow = false;
  }

  /** Whether its queue, or one above it, uses more than it has. */
  boolean borrows(int j) {
    for (int level = 1; level <= levels(tenant(j)); level++) {
      if (balance(upTo(tenant(j), level), uses()) > 0) {
        return true;
      }
    }
    return false;
  }
}
