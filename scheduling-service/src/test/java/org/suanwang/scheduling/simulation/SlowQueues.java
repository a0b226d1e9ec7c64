package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
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
  private boolean hadHead;

  /** Jobs must be in order of submission. */
  SlowQueues(int devices, List<Job> jobs, QueueRule rule, String fairness, double halfLife) {
    super(devices, jobs, rule, halfLife);
    this.fairness = fairness;
    ends = new long[jobs.size()];
    Arrays.fill(ends, -1);
  }

  /** When each job ends; −1 for those that never could start. */
  long[] ends(String discipline) {
    TreeSet<Long> instants = new TreeSet<>();
    jobs.forEach(j -> instants.add(j.submitSeconds()));
    while (!instants.isEmpty()) {
      now = instants.removeFirst();
      boolean again = asksAgain;
      asksAgain = false;
      int arrived = 0;
      int newcomer = 0;
      for (int j = 0; j < jobs.size(); j++) {
        if (isRunning(j) && start(j) + left[j] == now) {
          stop(j);
          ends[j] = now;
          present[j] = false;
          again = true;
        }
        if (jobs.get(j).submitSeconds() == now) {
          present[j] = size(j) <= devices && isEverAllowed(j);
          arrived += present[j] ? 1 : 0;
          newcomer = present[j] ? j : newcomer;
        }
      }
      if (!again && arrived == 1 && discipline.equals("preempt")) {
        again = attempt(newcomer, discipline);
      } else {
        again |= arrived > 0;
      }
      if (discipline.equals("easy")) {
        again |= hadHead && hasOverdue();
        hadHead = again ? new SlowReservation(this).passOnce() : hadHead;
        again = false;
      }
      if (discipline.equals("conservative")) {
        new SlowReservedTimes(this).passOnce();
        again = false;
      }
      while (again) {
        again = pass(discipline);
      }
      for (int j = 0; j < jobs.size(); j++) {
        if (isRunning(j)) {
          instants.add(start(j) + left[j]);
        }
      }
      if (asksAgain) {
        instants.add(now + 1);
      }
      instants.headSet(now, true).clear();
    }
    return ends;
  }

  /** Whether some estimate has turned out too short, which moves what was foretold. */
  private boolean hasOverdue() {
    for (int j = 0; j < jobs.size(); j++) {
      if (isRunning(j) && start(j) + estimate(j) <= now) {
        return true;
      }
    }
    return false;
  }

  private boolean isEverAllowed(int j) {
    return new QuotaFlow(rule, null, Map.of()).allows(tenant(j), 1000L * size(j));
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
        madeRoom |= attempt(j, discipline);
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
  private boolean attempt(int j, String discipline) {
    boolean preempts = discipline.equals("preempt");
    boolean fits = isAllowed(j) && size(j) <= free();
    boolean makesRoom = !fits && preempts && makeRoom(j);
    if (fits || makesRoom) {
      begin(j);
    }
    return makesRoom || (fits && preempts && borrows(j));
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

  /**
   * Others stop, if that is of use: those of borrowing queues, the last started first, then those
   * of the same queue that came later, the last first.
   */
  private boolean makeRoom(int j) {
    boolean isNewSpared = running(j).stream().anyMatch(r -> start(r) == now && mayTakeFrom(j, r));
    Map<Integer, Long> gone = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (int r : running(j)) {
      boolean fits = isAllowed(j) && size(j) <= free();
      if (!fits && (isOwn(j, r) || (start(r) < now && mayTakeFrom(j, r)))) {
        gone.put(r, start(r));
        order.add(r);
        stretches.get(r).removeLast();
      }
    }
    boolean fits = isAllowed(j) && size(j) <= free();
    for (int r : order.reversed()) {
      stretches.get(r).add(new long[] {gone.getOrDefault(r, 0L), Long.MAX_VALUE});
      if (fits && !(isAllowed(j) && size(j) <= free())) {
        stretches.get(r).removeLast();
      } else {
        gone.remove(r);
      }
    }
    fits &= isNoMoreBorrowed(j, gone.keySet());
    for (int r : order) {
      if (!fits && gone.containsKey(r)) {
        stretches.get(r).add(new long[] {gone.getOrDefault(r, 0L), Long.MAX_VALUE});
      } else if (gone.containsKey(r)) {
        stretches.get(r).add(new long[] {gone.getOrDefault(r, 0L), Long.MAX_VALUE});
        left[r] -= now - start(r);
        stop(r);
      }
    }
    asksAgain |= isNewSpared && !fits;
    return fits;
  }

  private boolean borrows(int j) {
    for (int level = 1; level <= levels(tenant(j)); level++) {
      if (balance(upTo(tenant(j), level), uses()) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Who takes places of its own queue must not make that queue borrow more. */
  private boolean isNoMoreBorrowed(int j, Set<Integer> gone) {
    int own = gone.stream().filter(r -> tenant(r).equals(tenant(j))).mapToInt(this::size).sum();
    Map<String, Long> then = uses();
    then.merge(tenant(j), 1000L * size(j), Long::sum);
    return own == 0 || size(j) <= own || balance(tenant(j), then) <= 0;
  }

  private boolean isOwn(int j, int r) {
    return tenant(j).equals(tenant(r)) && jobs.get(r).submitSeconds() > jobs.get(j).submitSeconds();
  }

  private List<Integer> running(int j) {
    List<Integer> running = new ArrayList<>();
    for (int r = 0; r < jobs.size(); r++) {
      if (isRunning(r)) {
        running.add(r);
      }
    }
    running.sort(
        Comparator.<Integer, Boolean>comparing(r -> isOwn(j, r))
            .thenComparingLong(r -> isOwn(j, r) ? -jobs.get(r).submitSeconds() : 0)
            .thenComparing(
                Comparator.<Integer>comparingLong(this::start)
                    .thenComparingInt(r -> r)
                    .reversed()));
    return running;
  }

  /** On the own side nobody borrows, on the other side everybody does, below the common queue. */
  private boolean mayTakeFrom(int j, int r) {
    String one = tenant(j);
    String other = tenant(r);
    int common = 0;
    while (common < Math.min(levels(one), levels(other))
        && upTo(one, common + 1).equals(upTo(other, common + 1))) {
      common++;
    }
    if (one.equals(other)) {
      return false;
    }
    Map<String, Long> then = uses();
    then.merge(one, 1000L * size(j), Long::sum);
    if (balance(upTo(one, common + 1), then) > 0) {
      return false;
    }
    for (int level = common + 1; level <= levels(other); level++) {
      if (balance(upTo(other, level), uses()) <= 0) {
        return false;
      }
    }
    return true;
  }
}
