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
        take(r, run.now, Math.max(run.start(r) + run.estimate(r), run.now + 1));
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

  private void look(int j) {
    Map<String, Long> uses = run.uses();
    promised.forEach((queue, milli) -> uses.merge(queue, milli, Long::sum));
    if (!new QuotaFlow(run.rule, null, uses).allows(run.tenant(j), 1000L * run.size(j))) {
      return;
    }
    long at = run.now;
    while (!isFree(j, at)) {
      at++;
    }
    take(j, at, at + run.estimate(j));
    if (at == run.now) {
      run.begin(j, run.size(j));
    } else {
      promised.merge(run.tenant(j), 1000L * run.size(j), Long::sum);
    }
  }

  private boolean isFree(int j, long from) {
    for (long second = from; second < from + run.estimate(j); second++) {
      if (taken[(int) second] + run.size(j) > run.devices) {
        return false;
      }
    }
    return true;
  }

  private void take(int j, long from, long to) {
    for (long second = from; second < to; second++) {
      taken[(int) second] += run.size(j);
    }
  }
}
