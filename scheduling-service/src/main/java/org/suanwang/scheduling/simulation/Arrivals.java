package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.workload.JobTable;

/** Lets jobs join the queue when they are submitted, if they could ever start. */
final class Arrivals {
  private final Simulation run;
  private final JobTable jobs;
  private final Admission admission;
  private final Departures departures;
  private final Staging staging;
  private int next;

  Arrivals(Simulation run, Admission admission, Departures departures, Staging staging) {
    this.run = run;
    this.jobs = run.input().jobs();
    this.admission = admission;
    this.departures = departures;
    this.staging = staging;
  }

  /** When the next job is submitted; Long.MAX_VALUE when none is. */
  long nextSeconds() {
    return next < jobs.size() ? jobs.submitSeconds(next) : Long.MAX_VALUE;
  }

  /** Takes those of this instant. */
  void pass() {
    while (!run.isStopped() && nextSeconds() == run.now()) {
      submit(next++);
    }
  }

  private void submit(int job) {
    run.log().tell(EventKind.SUBMITTED, run.now(), job);
    Decision.Wait obstacle = admission.findObstacle(job).orElse(null);
    if (obstacle != null) {
      run.log().jobDone();
      run.log().tell(EventKind.REJECTED, run.now(), job, obstacle);
      return;
    }
    if (!staging.keepsAside(job)) {
      run.arrive(job);
    }
    departures.queued(job);
  }
}
