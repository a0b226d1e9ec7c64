package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suanwang.scheduling.workload.Draws;

/**
 * The round-based mechanism (Narayanan et al., OSDI 2020, section 5): in each round those run that
 * have received least of the shares they are to have; a round ends when its last job has run for
 * the round or ended. New jobs join with the next round. Shares are found anew when jobs have come
 * or gone, but not more often than a set time apart; then what was received before is forgotten but
 * for a deficit that decides between equals.
 */
public final class RoundSimulation {
  /** As in the study. */
  public static final double ROUND_SECONDS = 360;

  private static final double RESET_SECONDS_MIN = 1920;

  private final ThroughputMatrix matrix;
  private final int[] devices;
  private final SharePolicy policy;
  private final SplittableRandom order;
  private final List<Combination> alone = new ArrayList<>();
  private Map<Long, Combination> pairs = new TreeMap<>();
  private double now;
  private double lastReset;
  private boolean haveSharesChanged;

  /** A simulation to be run once. */
  public RoundSimulation(ThroughputMatrix matrix, int[] devices, SharePolicy policy, long seed) {
    this.matrix = matrix;
    this.devices = devices.clone();
    this.policy = policy;
    this.order = new SplittableRandom(seed);
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
      if (alone.isEmpty() && next != null) {
        now = Math.max(now, next.arrivalSeconds());
      }
      while (next != null && next.arrivalSeconds() <= now) {
        join(new Running(arrived++, next));
        next = jobs.hasNext() ? jobs.next() : null;
      }
      if (alone.isEmpty()) {
        throw new IllegalArgumentException("there are fewer than " + to + " jobs");
      }
      left -= round(completions, from);
    }
    return completions;
  }

  private void join(Running job) {
    if (IntStream.range(0, devices.length).noneMatch(type -> fits(job, type))) {
      throw new IllegalArgumentException(
          "job " + job.number() + " takes more devices than there are of any type it runs on");
    }
    alone.add(Combination.alone(job, matrix));
    haveSharesChanged = true;
  }

  private boolean fits(Running job, int type) {
    return matrix.devices(job.type()) <= devices[type] && matrix.steps(job.type(), type) > 0;
  }

  /** Runs one round; returns how many of the jobs that count have ended. */
  private int round(double[] completions, int from) {
    refreshShares();
    double start = now;
    double end = start;
    int counted = 0;
    List<Combination> open = Stream.concat(alone.stream(), pairs.values().stream()).toList();
    for (RoundChoice.Turn turn :
        RoundChoice.choose(open, devices, typesInTurn(), policy.leavesDevicesIdle())) {
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
    now = end > start ? end : nextFinding();
    removeEnded();
    return counted;
  }

  private void removeEnded() {
    haveSharesChanged |= alone.removeIf(Combination::hasAnEndedJob);
    pairs.values().removeIf(Combination::hasAnEndedJob);
  }

  /** When nobody runs, because nobody who is there has a share yet. */
  private double nextFinding() {
    if (!haveSharesChanged) {
      throw new IllegalStateException("nobody runs though shares were found");
    }
    return lastReset + RESET_SECONDS_MIN;
  }

  private void refreshShares() {
    boolean isDue = now - lastReset >= RESET_SECONDS_MIN || lastReset == 0;
    if (!haveSharesChanged || !isDue) {
      return;
    }
    double elapsed = now - lastReset;
    alone.forEach(c -> c.settle(elapsed));
    pairs.values().forEach(c -> c.settle(elapsed));
    lastReset = now;
    give(policy.shares(view()));
    haveSharesChanged = false;
  }

  /** Pairs that are to have nothing any more are forgotten. */
  private void give(Shares shares) {
    for (int i = 0; i < alone.size(); i++) {
      alone.get(i).give(shares.alone()[i]);
    }
    Map<Long, Combination> before = pairs;
    pairs = new TreeMap<>();
    for (Shares.Pair pair : shares.pairs()) {
      Running first = alone.get(pair.first()).jobs().getFirst();
      Running second = alone.get(pair.second()).jobs().getFirst();
      long key = ((long) first.number() << Integer.SIZE) | second.number();
      Combination kept = before.get(key);
      Combination combination = kept == null ? Combination.pair(first, second, matrix) : kept;
      combination.give(pair.share());
      pairs.put(key, combination);
    }
  }

  private ActiveJobs view() {
    List<Running> active = alone.stream().map(c -> c.jobs().getFirst()).toList();
    return new ActiveJobs(
        active.stream().mapToInt(Running::number).toArray(),
        active.stream().mapToInt(Running::type).toArray(),
        active.stream().mapToDouble(Running::stepsLeft).toArray(),
        active.stream().mapToDouble(a -> now - a.arrivalSeconds()).toArray(),
        matrix,
        devices.clone());
  }

  private int[] typesInTurn() {
    return policy.servesTypesInOrder()
        ? IntStream.range(0, devices.length).toArray()
        : Draws.shuffled(devices.length, order);
  }
}
