package org.suanwang.scheduling.simulation;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.cycle.NamedNodes;

/**
 * Starts jobs at their submission on the nodes that they name, before the queue is served and
 * whatever its policy and its quotas say. Where these have no room now, are out of use or kept for
 * others, the job waits in the queue like any other, and runs wherever it is put.
 */
final class NamedStarts {
  private final Simulation run;
  private final @Nullable NamedNodes named;

  NamedStarts(Simulation run, Admission admission) {
    this.run = run;
    named = admission.named();
  }

  /** Whether a job is to start on nodes that it names. */
  boolean isNamed(int job) {
    return named != null && named.areOf(job);
  }

  /** A job has joined the queue for the first time. */
  void submitted(int job) {
    if (named != null && named.areOf(job) && !run.isStopped()) {
      start(job, named);
    }
  }

  private void start(int job, NamedNodes nodes) {
    Decision.Start start = nodes.wanted(job);
    long missing = nodes.shortTasks(run.state(), start, job);
    if (missing == 0 && run.plans().areOpenNow(job, start.nodes())) {
      run.queue().startNamed(job, start);
    } else {
      run.explanations().blockByItsNodes(job, start.group(), missing);
    }
  }
}
