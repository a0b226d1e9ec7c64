package org.suanwang.scheduling.simulation;

import java.util.List;
import java.util.TreeSet;

/**
 * The jobs without devices of a run whose devices are shared out in rounds: rounds are nothing to
 * them. Whoever fits starts at once, in the order of arrival; nobody gives way.
 */
final class DevicelessQueue {
  private final Simulation run;
  private final StartsInOrder starts;
  private final TreeSet<Integer> waiting = new TreeSet<>();

  DevicelessQueue(Simulation run) {
    this.run = run;
    starts = new StartsInOrder(run);
  }

  /** Whether a job belongs here. */
  boolean isFor(int job) {
    return !run.input().jobs().request(job).needsDevices();
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
    if (!waiting.isEmpty()) {
      starts.of(List.copyOf(waiting), run.explanations()::block).forEach(waiting::remove);
    }
  }
}
