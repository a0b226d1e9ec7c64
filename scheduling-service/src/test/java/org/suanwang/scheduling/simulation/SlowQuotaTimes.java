package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueSetting;

/**
 * Who waits for quota, and from when on there will be enough of it, written down a second time:
 * what is used at a time is counted from all that runs or is reserved then, with quotas as flows.
 */
final class SlowQuotaTimes {
  private final SlowQueues run;
  private final boolean preempts;
  private final List<long[]> waiting = new ArrayList<>();
  private final List<Reserved> reserved = new ArrayList<>();

  /** Tasks of a queue that are to run from a time until another. */
  private record Reserved(String queue, int tasks, long at, long end) {}

  SlowQuotaTimes(SlowQueues run, boolean preempts) {
    this.run = run;
    this.preempts = preempts;
  }

  boolean isAny() {
    return !waiting.isEmpty();
  }

  /** The first of each queue is waited for. */
  void wait(int j) {
    if (waiting.stream().noneMatch(w -> run.tenant((int) w[0]).equals(run.tenant(j)))) {
      waiting.add(new long[] {j, firstTime(j, reserved.size()), reserved.size()});
    }
  }

  /** A job has a reservation: those before it do not heed it, unless it runs when they may. */
  void reserve(int j, int tasks, long at, long end) {
    reserved.add(new Reserved(run.tenant(j), tasks, at, end));
  }

  /** Somebody has started: it may have taken back what another was to have. */
  void started() {
    for (long[] w : waiting) {
      if (!isEnough(usesAt(w[1], (int) w[2]), (int) w[0])) {
        w[1] = firstTime((int) w[0], (int) w[2]);
      }
    }
  }

  private long firstTime(int j, int before) {
    TreeSet<Long> times = new TreeSet<>();
    for (int r = 0; r < run.jobs.size(); r++) {
      if (run.isRunning(r)) {
        times.add(run.expectedEnd(r));
      }
    }
    reserved.forEach(r -> times.add(r.end()));
    return times.stream()
        .filter(t -> isEnough(usesAt(t, before), j))
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** What is reserved for those before is kept for them until they end. */
  private Map<String, Long> usesAt(long time, int before) {
    Map<String, Long> uses = new HashMap<>();
    for (int r = 0; r < run.jobs.size(); r++) {
      if (run.isRunning(r) && run.expectedEnd(r) > time) {
        uses.merge(run.tenant(r), 1000L * run.tasks(r), Long::sum);
      }
    }
    for (int i = 0; i < reserved.size(); i++) {
      Reserved r = reserved.get(i);
      if (r.end() > time && (i < before || r.at() < time)) {
        uses.merge(r.queue(), 1000L * r.tasks(), Long::sum);
      }
    }
    return uses;
  }

  /**
   * Whether a job breaks no limit that it touches: going up, until what a queue gives or takes is
   * the same with it as without. Others may be beyond theirs by what is only supposed.
   */
  private boolean isEnough(Map<String, Long> uses, int j) {
    Map<String, Long> with = new HashMap<>(uses);
    with.merge(run.tenant(j), 1000L * run.least(j), Long::sum);
    for (int level = SlowRun.levels(run.tenant(j)); level > 0; level--) {
      String queue = SlowRun.upTo(run.tenant(j), level);
      long flow = flow(queue, with);
      if (flow == flow(queue, uses)) {
        return true;
      }
      QueueQuota quota = quota(queue);
      Long limit = quota == null ? null : quota.borrowingMilli();
      if (limit != null && flow > limit) {
        return false;
      }
    }
    return run.rule.queues().stream()
            .map(QueueSetting::path)
            .filter(queue -> SlowRun.levels(queue) == 1)
            .mapToLong(queue -> flow(queue, with))
            .sum()
        <= 0;
  }

  /** What a queue takes from above, or gives when it is negative. */
  private long flow(String queue, Map<String, Long> uses) {
    QueueQuota quota = quota(queue);
    Long lending = quota == null ? null : quota.lendingMilli();
    long balance = run.balance(queue, uses);
    return lending == null ? balance : Math.max(balance, -lending);
  }

  private @Nullable QueueQuota quota(String queue) {
    return run.rule.queues().stream()
        .filter(q -> q.path().equals(queue))
        .flatMap(q -> q.quotas().stream())
        .findFirst()
        .orElse(null);
  }

  /** Whether nobody waits longer for it if a job starts with so many tasks. */
  boolean mayPass(int j, int tasks) {
    return mayPass(j, tasks, run.now, run.now + run.seconds(run.toldLeft(j), j, tasks));
  }

  /** The same from a time until another. */
  boolean mayPass(int j, int tasks, long at, long end) {
    for (long[] w : waiting) {
      boolean isRunningThen = at < w[1] && end > w[1];
      if (isRunningThen && !leaves(j, tasks, w)) {
        return false;
      }
    }
    return true;
  }

  private boolean leaves(int j, int tasks, long[] w) {
    int head = (int) w[0];
    boolean isOther = !run.tenant(j).equals(run.tenant(head));
    if (preempts && isOther && new SlowReclaim(run, j).isSideWithin(head, tasks)) {
      return true;
    }
    Map<String, Long> uses = usesAt(w[1], (int) w[2]);
    uses.merge(run.tenant(j), 1000L * tasks, Long::sum);
    return isEnough(uses, head);
  }

  /** With how many tasks a job leaves all of them their quota, however long it runs. */
  int mostLeft(int j) {
    int tasks = run.size(j);
    while (tasks > 0 && !leavesAll(j, tasks)) {
      tasks--;
    }
    return tasks;
  }

  private boolean leavesAll(int j, int tasks) {
    return waiting.stream().allMatch(w -> leaves(j, tasks, w));
  }

  /** Whether a job could start though they wait, if there were devices. */
  boolean mayEverPass(int j) {
    return mayPass(j, run.size(j)) || mostLeft(j) >= run.least(j);
  }
}
