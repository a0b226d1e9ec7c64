package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Lets elastic jobs that run with fewer tasks than they want grow: those of the earliest turn
 * first, each in the group where it runs, and only where it ends earlier by it, for a change costs
 * as much as an interruption. Where the discipline takes {@link Lent back} what jobs grow by they
 * may grow into all that nobody can use now, else where no job that waits may ever use the group.
 * (Growing on idle devices: Pollux, Qiao et al., OSDI 2021, and ElasticFlow, Gu et al., ASPLOS
 * 2023.)
 */
final class Elastic {
  private final Simulation run;
  private final JobTable jobs;
  private final TreeSet<Waiting> small = new TreeSet<>();
  private final Askers askers;
  private boolean mayGrow;

  Elastic(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    askers = new Askers(run.input());
  }

  /** A job waits, for the first time or again. */
  void waits(int job) {
    askers.add(job);
  }

  /** A job does not wait any longer. */
  void gone(int job) {
    mayGrow |= askers.remove(job);
  }

  /** A job holds this from now on, and does not wait. */
  void started(int job, Allocation held) {
    gone(job);
    if (jobs.isElastic(job) && held.tasks() < jobs.tasks(job)) {
      small.add(turn(job));
    }
  }

  void ended(int job) {
    if (jobs.isElastic(job)) {
      small.remove(turn(job));
    }
  }

  private Waiting turn(int job) {
    return new Waiting(run.rank(job), job);
  }

  /** Takes note whether something was given back, or somebody left. */
  void released(boolean isSo) {
    mayGrow |= isSo;
  }

  /** Is asked when the queue has been served. */
  void grow() {
    if (mayGrow) {
      mayGrow = false;
      for (Waiting next : small.isEmpty() ? List.<Waiting>of() : List.copyOf(small)) {
        if (!run.isStopped() && (lends() || areFree(run.holdings().of(next.job())))) {
          grow(next.job());
        }
      }
    }
  }

  /** Whether what a job grows by is given back to who can start there. */
  private boolean lends() {
    return run.queue().takesBack() && !run.plans().isGated();
  }

  /**
   * Whether nobody waits who may use the groups where it lies. A quota is for all who wait to use,
   * wherever.
   */
  private boolean areFree(Allocation held) {
    return run.queue().isEmpty()
        || (!run.input().queues().hasQuotas()
            && Arrays.stream(run.input().layout().unions().groupsOf(held)).noneMatch(askers::ask));
  }

  private void grow(int job) {
    Allocation held = run.holdings().of(job);
    int wanted = jobs.tasks(job) - held.tasks();
    Decision.Start more = run.cycle().findMore(held, job, wanted, run.queue().allowance(job));
    if (more == null) {
      return;
    }
    Allocation added = run.cycle().carryOut(job, more);
    Allocation grown = held.plus(added);
    if (endsEarlier(job, grown)) {
      run.changes().resize(job, grown);
      if (lends()) {
        run.changes().lent().grown(job, held);
      }
    } else {
      run.state().release(added, jobs.request(job));
    }
  }

  private boolean endsEarlier(int job, Allocation grown) {
    Holdings holdings = run.holdings();
    return holdings.endWith(grown, job, run.now()) < holdings.ends().of(job);
  }
}
