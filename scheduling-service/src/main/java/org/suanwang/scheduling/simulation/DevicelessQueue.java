package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.suanwang.scheduling.cycle.Decision;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The jobs without devices of a run whose devices are shared out in rounds: rounds are nothing to
 * them. Whoever fits starts at once, in the order of arrival, until as many as the policy's depth
 * says could not start; nobody gives way.
 */
final class DevicelessQueue {
  private final Simulation run;
  private final JobTable jobs;
  private final Refusals refused;
  private final TreeSet<Integer> waiting = new TreeSet<>();

  DevicelessQueue(Simulation run) {
    this.run = run;
    jobs = run.input().jobs();
    refused = new Refusals(run);
  }

  /** Whether a job belongs here. */
  boolean isFor(int job) {
    return !jobs.request(job).needsDevices();
  }

  void arrived(int job) {
    waiting.add(job);
  }

  void left(int job) {
    waiting.remove(job);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void serve() {
    refused.clear();
    int left = run.input().policy().depth();
    List<Integer> inOrder = new ArrayList<>(waiting);
    for (int i = 0; i < inOrder.size() && left > 0 && !run.isStopped(); i++) {
      left -= isStarted(inOrder.get(i)) ? 0 : 1;
    }
    run.log().walked(left == 0 && waiting.size() > run.input().policy().depth());
  }

  private boolean isStarted(int job) {
    Decision.Start start = refused.holdFor(job) ? null : run.cycle().find(job);
    if (start == null) {
      refused.add(job);
      run.explanations().block(job);
      return false;
    }
    waiting.remove(job);
    run.start(job, start);
    return true;
  }
}
