package org.suanwang.scheduling.rounds;

import java.util.Iterator;
import org.suanwang.scheduling.check.Checkpoint;

/**
 * Runs jobs round by round as {@link RoundPlanner} says, with time and work as real numbers and
 * nothing but device types: the set-up of Gavel's study. A round ends when its last job has run for
 * the round or ended. New jobs join with the next round.
 */
public final class RoundSimulation {
  private final RoundPlanner planner;
  private double now;

  /** A simulation to be run once. */
  public RoundSimulation(ThroughputMatrix matrix, int[] devices, SharePolicy policy, long seed) {
    this(matrix, devices, policy, policy.findingSecondsMin(), seed);
  }

  /**
   * A simulation to be run once, in which shares last at least so long and not as the policy says.
   */
  public RoundSimulation(
      ThroughputMatrix matrix,
      int[] devices,
      SharePolicy policy,
      double findingSecondsMin,
      long seed) {
    this(matrix, devices, policy, findingSecondsMin, RoundPlanner.ROUND_SECONDS, seed);
  }

  /** The same with rounds of such a length. */
  public RoundSimulation(
      ThroughputMatrix matrix,
      int[] devices,
      SharePolicy policy,
      double findingSecondsMin,
      double roundSeconds,
      long seed) {
    this.planner =
        new RoundPlanner(
            matrix, devices, policy, findingSecondsMin, roundSeconds, seed, Checkpoint.NONE);
  }

  /**
   * Times from arrival to end of some of the jobs, by their numbers.
   *
   * @param jobs in order of arrival; no more are taken than needed
   * @param from the first that counts
   * @param to the first that does not
   * @throws IllegalArgumentException if there are fewer jobs, or one takes more devices of each
   *     type that it runs on than there are
   */
  public double[] completionSeconds(Iterator<RoundJob> jobs, int from, int to) {
    double[] completions = new double[to - from];
    int left = completions.length;
    int arrived = 0;
    RoundJob next = jobs.hasNext() ? jobs.next() : null;
    while (left > 0) {
      if (planner.isEmpty() && next != null) {
        now = Math.max(now, next.arrivalSeconds());
      }
      while (next != null && next.arrivalSeconds() <= now) {
        planner.join(new Running(arrived++, next));
        next = jobs.hasNext() ? jobs.next() : null;
      }
      if (planner.isEmpty()) {
        throw new IllegalArgumentException("there are fewer than " + to + " jobs");
      }
      left -= round(completions, from);
    }
    return completions;
  }

  /** Runs one round; returns how many of the jobs that count have ended. */
  private int round(double[] completions, int from) {
    double start = now;
    double end = start;
    int counted = 0;
    for (RoundChoice.Turn turn : planner.turns(now)) {
      double longest = 0;
      for (int i = 0; i < turn.combination().jobs().size(); i++) {
        Running job = turn.combination().jobs().get(i);
        double seconds = turn.combination().run(i, turn.deviceType());
        longest = Math.max(longest, seconds);
        int place = job.number() - from;
        if (job.hasEnded() && place >= 0 && place < completions.length) {
          completions[place] = start + seconds - job.arrivalSeconds();
          counted++;
        }
      }
      turn.combination().receive(turn.deviceType(), longest);
      end = Math.max(end, start + longest);
    }
    now = end > start ? end : planner.nextFinding();
    planner.removeEnded();
    return counted;
  }
}
