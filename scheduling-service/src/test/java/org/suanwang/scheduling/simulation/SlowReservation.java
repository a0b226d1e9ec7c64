package org.suanwang.scheduling.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * EASY backfilling with queues written down a second time, as plainly as possible: the first whose
 * quota lets it start, and that finds too few devices, is to start when enough of the running jobs
 * have ended by their estimates; those behind it may then use what it leaves, or be over. The first
 * of each queue whose quota does not is waited for by {@link SlowQuotaTimes}. With preemption
 * others first give way to those up to the head, and all are looked at again.
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
  private SlowQuotaTimes forQuota;

  SlowReservation(SlowQueues run, boolean preempts) {
    this.run = run;
    this.preempts = preempts;
    forQuota = new SlowQuotaTimes(run, preempts);
  }

  /** Looks at all, again while others ask; whether one of them has a reservation. */
  boolean pass() {
    do {
      passOnce();
    } while (othersAsk);
    return head != NOBODY || forQuota.isAny();
  }

  private void passOnce() {
    head = NOBODY;
    forQuota = new SlowQuotaTimes(run, preempts);
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
    boolean isHeld = most == 0 && !forQuota.mayEverPass(j);
    hasMadeRoom = preempts && most == 0 && !isHeld && head == NOBODY && run.makeRoom(j);
    othersAsk |= hasMadeRoom;
    if (hasMadeRoom) {
      return;
    }
    if (!run.isAllowed(j)) {
      forQuota.wait(j);
      return;
    }
    if (most > 0) {
      pass(j, most);
    } else if (head == NOBODY && !isHeld) {
      reserve(j);
    }
    othersAsk |= preempts && run.isRunning(j) && run.borrows(j);
  }

  private void pass(int j, int most) {
    int tasks = besideHead(j, most);
    if (tasks > 0 && !forQuota.mayPass(j, tasks)) {
      int fewer = Math.min(most, forQuota.mostLeft(j));
      tasks = fewer < run.least(j) ? 0 : besideHead(j, fewer);
    }
    if (tasks > 0) {
      extra -= isShort(j, tasks) ? 0 : tasks;
      run.begin(j, tasks);
      forQuota.started();
    }
  }

  /** With as many tasks as will do: over by then, or few enough to be left. */
  private int besideHead(int j, int most) {
    for (int n = most; n >= run.least(j) && head != NOBODY; n--) {
      if ((isShort(j, n) || n <= extra) && leavesQuota(j, n)) {
        return n;
      }
    }
    return head == NOBODY ? most : 0;
  }

  private boolean isShort(int j, int tasks) {
    return run.now + run.seconds(run.toldLeft(j), j, tasks) <= time;
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
