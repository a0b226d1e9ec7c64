package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.JobQuotas;
import org.suanwang.scheduling.cycle.QuotaObstacles;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.workload.JobTable;

/** The queues of the tenants of a run: who waits in which, and what each uses. */
final class TenantQueues {
  private final Simulation run;
  private final JobTable jobs;
  private final int[] leafOfTenant;
  private final QueueUses uses;
  private final @Nullable JobQuotas quotas;
  private final @Nullable QuotaObstacles obstacles;
  private final FairWalk walk;

  TenantQueues(Simulation run) {
    this.run = run;
    SimulationInput input = run.input();
    jobs = input.jobs();
    QueueTree tree = input.tree();
    leafOfTenant = jobs.distinctTenants().stream().mapToInt(tree::require).toArray();
    for (int leaf : leafOfTenant) {
      if (!tree.isLeaf(leaf)) {
        throw new IllegalArgumentException(tree.path(leaf) + " has jobs and queues below it");
      }
    }
    uses = new QueueUses(tree, input);
    quotas = JobQuotas.of(tree, input.layout(), jobs);
    obstacles = quotas == null ? null : run.cycle().obstacles(quotas);
    walk = new FairWalk(tree, input.policy().fairness(), uses);
  }

  /** The queue of a job. */
  int leafOf(int job) {
    return leafOfTenant[jobs.tenantIndex(job)];
  }

  /** The quotas; null when no queue has any. */
  @Nullable JobQuotas quotas() {
    return quotas;
  }

  /** Those that wait, in the order of their turns. */
  FairWalk walk() {
    return walk;
  }

  /**
   * The first in the order of their turns that quotas do not bar from every group that could ever
   * hold it, found by a walk of its own; {@link QueueService#NOBODY} when there is none.
   *
   * @param barsItsQueue whether one that is barred holds up the others of its queue
   */
  int head(boolean barsItsQueue) {
    walk.begin(run.now());
    Waiting head = walk.head();
    while (head != null && areBarring(head.job())) {
      if (barsItsQueue) {
        walk.leaveQueue();
      } else {
        walk.pass();
      }
      head = walk.head();
    }
    return head == null ? QueueService.NOBODY : head.job();
  }

  void add(Waiting waiting) {
    walk.add(leafOf(waiting.job()), waiting);
  }

  void remove(Waiting waiting) {
    walk.remove(leafOf(waiting.job()), waiting);
  }

  /** How many tasks of a job may start where now, or be added, as far as its queue is asked. */
  Allowance allowance(int job) {
    return quotas == null ? Allowance.ALL : quotas.openTo(job);
  }

  /** Whether quotas bar a job from all places. */
  boolean areBarring(int job) {
    return obstacles != null && obstacles.isBarred(job);
  }

  /** Whether a job that cannot start now could but for quotas. */
  boolean areKeeping(int job) {
    return obstacles != null && obstacles.isKept(job);
  }

  /** Says why a job waits that quotas keep from starting. */
  void explain(int job) {
    if (obstacles != null) {
      run.explanations().blockByQuota(job, obstacles);
    }
  }

  /** A job has started, and holds this. */
  void started(int job, Allocation held) {
    uses.add(leafOf(job), job, held.tasks(), run.now());
    if (quotas != null) {
      quotas.take(job, held);
    }
  }

  /** A job that held this has ended, or waits again. */
  void ended(int job, Allocation held) {
    uses.add(leafOf(job), job, -held.tasks(), run.now());
    if (quotas != null) {
      quotas.giveBack(job, held);
    }
  }

  /** A job that runs holds more now, or less. */
  void resized(int job, Allocation before, Allocation after) {
    ended(job, before);
    started(job, after);
  }
}
