package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * EASY backfilling with queues written down a second time, as plainly as possible: the first whose
 * quota lets it start, and that finds too few devices, is to start when enough of the running jobs
 * have ended by their estimates; those behind it may then use what it leaves, or be over. With
 * preemption others first give way to those up to it, and all are looked at again.
 */
final class SlowReservation {
  private static final int NOBODY = -1;

  private final SlowQueues run;
  private final boolean preempts;
  private int head = NOBODY;
  private long time;
  private int extra;
  private boolean othersAsk;
  private boolean hasMadeRoom;

  SlowReservation(SlowQueues run, boolean preempts) {
    this.run = run;
    this.preempts = preempts;
  }

  /** Looks at all, again while others ask; whether one of them has a reservation. */
  boolean pass() {
    do {
      passOnce();
    } while (othersAsk);
    return head != NOBODY;
  }

  private void passOnce() {
    head = NOBODY;
    othersAsk = false;
    hasMadeRoom = false;
    Map<String, Integer> seen = new HashMap<>();
    Set<String> over = new HashSet<>();
    run.queues().stream().filter(q -> run.waiting(q, -1) == null).forEach(over::add);
    for (String q = run.first(over, seen); q != null && !hasMadeRoom; q = run.first(over, seen)) {
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
    int most = run.isAllowed(j) ? run.fit(j, run.size(j), run.least(j)) : 0;
    hasMadeRoom = preempts && most == 0 && head == NOBODY && run.makeRoom(j);
    othersAsk |= hasMadeRoom;
    if (hasMadeRoom || !run.isAllowed(j)) {
      return;
    }
    if (most > 0 && head == NOBODY) {
      run.begin(j, most);
    } else if (head == NOBODY) {
      reserve(j);
    } else if (most > 0) {
      pass(j, most);
    }
    othersAsk |= preempts && run.isRunning(j) && run.borrows(j);
  }

  /** With as many tasks as will do: over by then, or few enough to be left. */
  private void pass(int j, int most) {
    boolean isStarted = false;
    for (int n = most; n >= run.least(j) && !isStarted; n--) {
      boolean isShort = run.now + run.seconds(run.toldLeft(j), j, n) <= time;
      isStarted = (isShort || n <= extra) && leavesQuota(j, n);
      if (isStarted) {
        run.begin(j, n);
        extra -= isShort ? 0 : n;
      }
    }
  }

  private boolean leavesQuota(int j, int tasks) {
    run.begin(j, tasks);
    boolean isLeft = run.isAllowed(head);
    run.stretches.get(j).removeLast();
    return isLeft;
  }

  private void reserve(int j) {
    head = j;
    time = run.now;
    int free = run.free();
    while (free < run.least(j)) {
      long next = Long.MAX_VALUE;
      for (int r = 0; r < run.jobs.size(); r++) {
        if (run.isRunning(r) && run.expectedEnd(r) > time) {
          next = Math.min(next, run.expectedEnd(r));
        }
      }
      for (int r = 0; r < run.jobs.size(); r++) {
        free += run.isRunning(r) && run.expectedEnd(r) == next ? run.tasks(r) : 0;
      }
      time = next;
    }
    extra = free - run.least(j);
  }
}
