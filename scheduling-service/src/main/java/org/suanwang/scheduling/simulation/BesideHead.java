package org.suanwang.scheduling.simulation;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Where jobs can start beside the head of the queue under EASY backfilling without delaying it,
 * where they or the head may lie on several device types, or run with fewer tasks than they want:
 * how long a job runs is then known only when it is known what it holds.
 */
final class BesideHead {
  private final Simulation run;
  private final JobTable jobs;
  private final Shadow shadow;
  private final @Nullable JobQuotas quotas;

  BesideHead(Simulation run, Shadow shadow, @Nullable JobQuotas quotas) {
    this.run = run;
    jobs = run.input().jobs();
    this.shadow = shadow;
    this.quotas = quotas;
  }

  /** Whether it matters what the job will hold; else it is known where it will run. */
  boolean isAskedFor(int job) {
    return jobs.isFlexible(job) || shadow.isSpread();
  }

  /**
   * Where a job can start that could start like this: so, else where the head will not be, else
   * with as many tasks as the head leaves; null when nowhere.
   */
  Decision.@Nullable Start find(int job, Decision.Start found, int head, Allowance allowance) {
    if (isLeft(job, found, head)) {
      return found;
    }
    Allowance elsewhere = place -> shadow.covers(place) ? 0 : allowance.tasks(place);
    Decision.Start other = run.cycle().find(job, elsewhere);
    if (other != null && isLeft(job, other, head)) {
      return other;
    }
    return jobs.isElastic(job) ? findSmaller(job, head, allowance) : null;
  }

  private Decision.@Nullable Start findSmaller(int job, int head, Allowance allowance) {
    Decision.Start best = null;
    for (int place : run.cycle().groupsFor(job)) {
      Decision.Start most = findMost(place, job, head, allowance);
      if (most != null && (best == null || most.tasks() > best.tasks())) {
        best = most;
      }
    }
    return best;
  }

  /**
   * The fewer tasks, the more quota is left: with most of those that leave enough it may be over in
   * time. Else it is not with fewer, which take longer, and they must leave devices too.
   */
  private Decision.@Nullable Start findMost(int place, int job, int head, Allowance allowance) {
    Decision.Start most = largest(place, job, allowance, start -> leavesQuota(job, start, head));
    return most == null || isLeft(job, most, head)
        ? most
        : largest(place, job, allowance, start -> isLeft(job, start, head));
  }

  private Decision.@Nullable Start largest(
      int place, int job, Allowance allowance, Predicate<Decision.Start> isLeft) {
    Decision.Start best = null;
    int few = jobs.tasksMin(job) - 1;
    int tooMany = jobs.tasks(job) + 1;
    while (tooMany - few > 1) {
      int tasks = (few + tooMany) / 2;
      Allowance fewer = p -> Math.min(tasks, allowance.tasks(p));
      Decision.Start start = run.cycle().findIn(place, job, fewer);
      if (start != null && isLeft.test(start)) {
        best = start;
        few = tasks;
      } else {
        tooMany = tasks;
      }
    }
    return best;
  }

  /** Whether the head keeps its place, and the quota that it needs. */
  private boolean isLeft(int job, Decision.Start start, int head) {
    return isSo(job, start, held -> leavesDevices(job, held) && leavesQuota(head));
  }

  private boolean leavesQuota(int job, Decision.Start start, int head) {
    return quotas == null || isSo(job, start, held -> leavesQuota(head));
  }

  /** While the quotas' books have the job started. */
  private boolean isSo(int job, Decision.Start start, Predicate<Allocation> then) {
    Allocation held = run.cycle().foresee(job, start);
    if (quotas != null) {
      quotas.take(job, held);
    }
    boolean isSo = then.test(held);
    if (quotas != null) {
      quotas.giveBack(job, held);
    }
    return isSo;
  }

  private boolean leavesDevices(int job, Allocation held) {
    return !shadow.overlaps(held)
        || run.now() + run.holdings().expectedSeconds(job, held) <= shadow.timeSeconds()
        || shadow.leavesRoom(job, held);
  }

  private boolean leavesQuota(int head) {
    return quotas == null
        || (shadow.isSpread() ? shadow.hasRoom() : quotas.allows(head, shadow.place()));
  }
}
