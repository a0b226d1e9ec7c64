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

  SlowReservedTimes(SlowQueues run) {
    this.run = run;
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

  /** At the earliest time with as many tasks as can be then; with fewer it runs longer. */
  private void look(int j) {
    if (mostAllowed(j) < run.least(j)) {
      return;
    }
    long at = run.now;
    while (most(j, at) < run.least(j)) {
      at++;
    }
    int tasks = most(j, at);
    take(tasks, at, at + run.seconds(run.estimate(j), j, tasks));
    if (at == run.now) {
      run.begin(j, tasks);
    } else {
      promised.merge(run.tenant(j), 1000L * tasks, Long::sum);
    }
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

  private int most(int j, long at) {
    int tasks = mostAllowed(j);
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
