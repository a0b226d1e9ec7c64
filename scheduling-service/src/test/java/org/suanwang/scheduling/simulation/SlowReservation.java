package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * EASY backfilling with queues written down a second time, as plainly as possible: the first whose
 * quota lets it start, and that finds too few devices, is to start when enough of the running jobs
 * have ended by their estimates; those behind it may then use what it leaves, or be over.
 */
final class SlowReservation {
  private static final int NOBODY = -1;

  private final SlowQueues run;
  private int head = NOBODY;
  private long time;
  private int extra;

  SlowReservation(SlowQueues run) {
    this.run = run;
  }

  /** Looks at all once; whether one of them has a reservation. */
  boolean passOnce() {
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
    return head != NOBODY;
  }

  private void look(int j) {
    if (!run.isAllowed(j)) {
      return;
    }
    boolean fits = run.size(j) <= run.free();
    if (fits && head == NOBODY) {
      run.begin(j);
    } else if (head == NOBODY) {
      reserve(j);
    } else if (fits && run.now + run.estimate(j) <= time && leavesQuota(j)) {
      run.begin(j);
    } else if (fits && run.size(j) <= extra && leavesQuota(j)) {
      run.begin(j);
      extra -= run.size(j);
    }
  }

  private boolean leavesQuota(int j) {
    run.begin(j);
    boolean isLeft = run.isAllowed(head);
    run.stretches.get(j).removeLast();
    return isLeft;
  }

  private void reserve(int j) {
    head = j;
    time = run.now;
    int free = run.free();
    while (free < run.size(j)) {
      long next = Long.MAX_VALUE;
      for (int r = 0; r < run.jobs.size(); r++) {
        if (run.isRunning(r) && end(r) > time) {
          next = Math.min(next, end(r));
        }
      }
      for (int r = 0; r < run.jobs.size(); r++) {
        free += run.isRunning(r) && end(r) == next ? run.size(r) : 0;
      }
      time = next;
    }
    extra = free - run.size(j);
  }

  /** A job past its estimate is expected to end at once. */
  private long end(int r) {
    return Math.max(run.start(r) + run.estimate(r), run.now + 1);
  }
}
