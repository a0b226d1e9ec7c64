package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Decision;

/**
 * Lets those run that come after the ones a round plans for, on devices that its plan leaves idle:
 * in the order of their arrival, until as many as the policy's depth says could not start. They
 * keep their devices over rounds, but give way, the latest arrival first, to whom a plan starts
 * there.
 */
final class RoundFill {
  private final Simulation run;
  private final Refusals refused;
  private final TreeSet<Integer> running = new TreeSet<>();

  RoundFill(Simulation run) {
    this.run = run;
    refused = new Refusals(run);
  }

  boolean has(int job) {
    return running.contains(job);
  }

  /** It runs and is not planned for. */
  void add(int job) {
    running.add(job);
  }

  /** It has ended, or is planned for from now on. */
  void forget(int job) {
    running.remove(job);
  }

  /** Starts whom it can of these, in order; returns who did. */
  List<Integer> start(Collection<Integer> waiting) {
    List<Integer> started = new ArrayList<>();
    refused.clear();
    int left = run.input().policy().depth();
    for (int job : waiting) {
      if (left == 0 || run.isStopped()) {
        break;
      }
      Decision.Start start = refused.holdFor(job) ? null : run.cycle().find(job);
      if (start == null) {
        refused.add(job);
        left--;
      } else {
        run.start(job, start);
        running.add(job);
        started.add(job);
      }
    }
    return started;
  }

  /** The latest arrival of those that run in a group; {@link QueueService#NOBODY} if none does. */
  int latestIn(int group) {
    for (int job : running.descendingSet()) {
      Allocation held = run.holdings().of(job);
      if (held.group() == group) {
        return job;
      }
    }
    return QueueService.NOBODY;
  }
}
