package org.suanwang.scheduling.simulation;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.suanwang.scheduling.cluster.Allocation;

/**
 * Lets those run that come after the ones a round plans for, on devices that its plan leaves idle:
 * in the order of their arrival. They keep their devices over rounds, but give way, the latest
 * arrival first, to whom a plan starts there.
 */
final class RoundFill {
  private final Simulation run;
  private final StartsInOrder starts;
  private final TreeSet<Integer> running = new TreeSet<>();

  RoundFill(Simulation run) {
    this.run = run;
    starts = new StartsInOrder(run);
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
    List<Integer> started = starts.of(waiting, job -> {});
    running.addAll(started);
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
