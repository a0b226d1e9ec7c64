package org.suanwang.scheduling.simulation;

import java.util.List;
import java.util.TreeSet;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Lets elastic jobs that run with fewer tasks than they want grow when nobody waits: those of the
 * earliest turn first, each in the group where it runs, and only where it ends earlier by it, for a
 * change costs as much as an interruption. (Growing on idle devices: Pollux, Qiao et al., OSDI
 * 2021, and ElasticFlow, Gu et al., ASPLOS 2023.)
 */
final class Elastic {
  private final Simulation run;
  private final JobTable jobs;
  private final TreeSet<Waiting> small = new TreeSet<>();
  private boolean mayGrow;

  Elastic(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
  }

  void started(int job, Allocation held) {
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

  /** Is asked while nobody waits. */
  void grow() {
    if (mayGrow) {
      mayGrow = false;
      for (Waiting next : List.copyOf(small)) {
        if (!run.isStopped()) {
          grow(next.job());
        }
      }
    }
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
    } else {
      run.state().release(added, jobs.request(job));
    }
  }

  private boolean endsEarlier(int job, Allocation grown) {
    Holdings holdings = run.holdings();
    return holdings.endWith(grown, job, run.now()) < holdings.ends().of(job);
  }
}
