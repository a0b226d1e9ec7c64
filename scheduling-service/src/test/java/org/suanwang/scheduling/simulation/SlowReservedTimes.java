package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Conservative backfilling with queues written down a second time, as plainly as possible: one
 * number for every second, and all reservations forgotten at the end of every instant.
 */
final class SlowReservedTimes {
  private static final int SECONDS = 20_000;

  private final SlowQueues run;
  private final int[] taken = new int[SECONDS];
  private final Map<String, Long> promised = new HashMap<>();
  private final SlowQuotaTimes forQuota;

  SlowReservedTimes(SlowQueues run) {
    this.run = run;
    forQuota = new SlowQuotaTimes(run, false);
    for (int r = 0; r < run.jobs.size(); r++) {
      if (run.isRunning(r)) {
        take(run.tasks(r), run.now, run.expectedEnd(r));
      }
    }
  }

  /** Looks at all once. */
  void passOnce() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> over = new HashSet<>();
    run.queues().stream().filter(q -> run.waiting(q, -1) == null).forEach(over::add);
    for (String q = run.first(over, seen); q != null; q = run.first(over, seen)) {
      Integer j = run.waiting(q, seen.getOrDefault(q, -1));
      if (j != null) {
        look(j);
        seen.put(q, j);
      }
      if (j == null || run.waiting(q, j) == null) {
        over.add(q);
      }
    }
  }

  /**
   * At the earliest time with as many tasks as can be then; with fewer it runs longer. If one that
   * waits for quota would wait longer for it, with as many as leave that one its quota.
   */
  private void look(int j) {
    int most = mostAllowed(j);
    if (most < run.least(j)) {
      forQuota.wait(j);
      return;
    }
    if (!isReserved(j, most) && forQuota.mostLeft(j) >= run.least(j)) {
      isReserved(j, Math.min(most, forQuota.mostLeft(j)));
    }
  }

  /** Whether it is, at no cost of those that wait for quota. */
  private boolean isReserved(int j, int allowed) {
    long at = run.now;
    while (most(j, at, allowed) < run.least(j)) {
      at++;
    }
    int tasks = most(j, at, allowed);
    long end = at + run.seconds(run.estimate(j), j, tasks);
    if (!forQuota.mayPass(j, tasks, at, end)) {
      return false;
    }
    take(tasks, at, end);
    if (at == run.now) {
      run.begin(j, tasks);
    } else {
      promised.merge(run.tenant(j), 1000L * tasks, Long::sum);
      forQuota.reserve(j, tasks, at, end);
    }
    return true;
  }

  private int mostAllowed(int j) {
    Map<String, Long> uses = run.uses();
    promised.forEach((queue, milli) -> uses.merge(queue, milli, Long::sum));
    int tasks = run.size(j);
    while (tasks > 0 && !new QuotaFlow(run.rule, null, uses).allows(run.tenant(j), 1000L * tasks)) {
      tasks--;
    }
    return tasks;
  }

  private int most(int j, long at, int allowed) {
    int tasks = allowed;
    while (tasks >= run.least(j) && !isFree(tasks, at, run.seconds(run.estimate(j), j, tasks))) {
      tasks--;
    }
    return tasks;
  }

  private boolean isFree(int tasks, long from, long seconds) {
    for (long second = from; second < from + seconds; second++) {
      if (taken[(int) second] + tasks > run.devices) {
        return false;
      }
    }
    return true;
  }

  private void take(int tasks, long from, long to) {
    for (long second = from; second < to; second++) {
      taken[(int) second] += tasks;
    }
  }
}
