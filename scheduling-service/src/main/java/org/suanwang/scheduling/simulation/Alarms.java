package org.suanwang.scheduling.simulation;

import java.util.function.IntConsumer;
import org.suanwang.scheduling.policy.QueueOrder;
import org.suanwang.scheduling.queue.LongHeap;
import org.suanwang.scheduling.workload.JobTable;

/**
 * When running jobs may next be made to give way to somebody to whom they need not now: when their
 * turn falls back, or when they have run as long as the policy leaves them.
 */
final class Alarms {
  private final Simulation run;
  private final JobTable jobs;
  private final RunningJobs running;
  private final QueueOrder order;
  private final long minRunSeconds;
  private final LongHeap alarms = new LongHeap();
  private final long[] alarmOf;

  Alarms(Simulation run, RunningJobs running) {
    this.run = run;
    this.running = running;
    jobs = run.input().jobs();
    order = run.input().policy().order();
    minRunSeconds = run.input().policy().minRunSeconds();
    alarmOf = new long[jobs.size()];
  }

  /** The first of them, not before now; Long.MAX_VALUE when there is none. */
  long next() {
    while (!alarms.isEmpty() && !isSet(alarms.peek(), alarms.minKey())) {
      alarms.poll();
    }
    return Math.max(alarms.minKey(), run.now());
  }

  private boolean isSet(int job, long time) {
    return running.contains(job) && alarmOf[job] == time;
  }

  /**
   * Takes those of this instant, and sets the next of the same jobs.
   *
   * @param rings is told of each of them
   * @return whether there were any
   */
  boolean ring(IntConsumer rings) {
    boolean rang = false;
    while (alarms.minKey() <= run.now()) {
      long time = alarms.minKey();
      int job = alarms.poll();
      if (isSet(job, time)) {
        rang = true;
        set(job);
        rings.accept(job);
      }
    }
    return rang;
  }

  /** Sets that of a running job, in the place of the one it had. */
  void set(int job) {
    long held = run.holdings().progress().heldSeconds(job, run.now());
    long later = order.secondsToLaterTurn(jobs, job, held);
    long atLeast = run.holdings().progress().startedAt(job) + minRunSeconds;
    long at = later == Long.MAX_VALUE ? Long.MAX_VALUE : run.now() + later;
    alarmOf[job] = atLeast > run.now() ? Math.min(at, atLeast) : at;
    if (alarmOf[job] != Long.MAX_VALUE) {
      alarms.add(alarmOf[job], job);
    }
  }
}
