package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suanwang.scheduling.workload.Draws;

/**
 * The round-based mechanism (Narayanan et al., OSDI 2020, section 5): in each round the jobs run
 * that have received least of the shares they are to have, type by type; a round ends when its last
 * job has run for the round or ended. New jobs join with the next round. Shares are found anew when
 * jobs have come or gone, but not more often than a set time apart; then what was received before
 * is forgotten but for a deficit that decides between equals.
 */
public final class RoundSimulation {
  /** As in the study. */
  public static final double ROUND_SECONDS = 360;

  private static final double RESET_SECONDS_MIN = 1920;
  private static final double FIRST_TIME = 1e9;

  private final ThroughputMatrix matrix;
  private final int[] devices;
  private final SharePolicy policy;
  private final SplittableRandom order;
  private final List<Active> active = new ArrayList<>();
  private double[] timeOfType;
  private double now;
  private double lastReset;
  private boolean haveSharesChanged;

  /** A job that has arrived and not ended. */
  private static final class Active {
    private final int number;
    private final RoundJob job;
    private final double[] received;
    private final double[] deficit;
    private double[] share;
    private double stepsLeft;

    Active(int number, RoundJob job, int deviceTypes) {
      this.number = number;
      this.job = job;
      this.stepsLeft = job.steps();
      this.received = new double[deviceTypes];
      this.deficit = new double[deviceTypes];
      this.share = new double[deviceTypes];
      Arrays.fill(received, ROUND_SECONDS / 2);
    }
  }

  /** A job that could run on a device type, and how much it is its turn. */
  private record Claim(Active job, double priority, double deficit, double share) {}

  private static final Comparator<Claim> MOST_DUE_FIRST =
      Comparator.comparingDouble(Claim::priority)
          .thenComparingDouble(Claim::deficit)
          .thenComparingDouble(Claim::share)
          .reversed();

  /** A simulation to be run once. */
  public RoundSimulation(ThroughputMatrix matrix, int[] devices, SharePolicy policy, long seed) {
    this.matrix = matrix;
    this.devices = devices.clone();
    this.policy = policy;
    this.order = new SplittableRandom(seed);
    this.timeOfType = new double[devices.length];
  }

  /**
   * Times from arrival to end of some of the jobs, by their numbers.
   *
   * @param jobs in order of arrival; no more are taken than needed
   * @param from the first that counts
   * @param to the first that does not
   */
  public double[] completionSeconds(Iterator<RoundJob> jobs, int from, int to) {
    double[] completions = new double[to - from];
    int left = completions.length;
    int arrived = 0;
    RoundJob next = jobs.hasNext() ? jobs.next() : null;
    while (left > 0) {
      if (active.isEmpty() && next != null) {
        now = Math.max(now, next.arrivalSeconds());
      }
      while (next != null && next.arrivalSeconds() <= now) {
        active.add(new Active(arrived++, next, devices.length));
        haveSharesChanged = true;
        next = jobs.hasNext() ? jobs.next() : null;
      }
      if (active.isEmpty()) {
        throw new IllegalArgumentException("there are fewer than " + to + " jobs");
      }
      left -= round(completions, from);
    }
    return completions;
  }

  /** Runs one round; returns how many of the jobs that count have ended. */
  private int round(double[] completions, int from) {
    refreshShares();
    double start = now;
    double end = start;
    List<Active> gone = new ArrayList<>();
    int counted = 0;
    List<List<Active>> chosen = choose();
    for (int type = 0; type < devices.length; type++) {
      for (Active job : chosen.get(type)) {
        double seconds = run(job, type);
        end = Math.max(end, start + seconds);
        if (job.stepsLeft <= 0) {
          gone.add(job);
          int place = job.number - from;
          if (place >= 0 && place < completions.length) {
            completions[place] = start + seconds - job.job.arrivalSeconds();
            counted++;
          }
        }
      }
    }
    now = end > start ? end : nextFinding();
    haveSharesChanged |= !gone.isEmpty();
    active.removeAll(gone);
    return counted;
  }

  /** When nobody runs, because nobody who is there has a share yet. */
  private double nextFinding() {
    if (!haveSharesChanged) {
      throw new IllegalStateException("nobody runs though shares were found");
    }
    return lastReset + RESET_SECONDS_MIN;
  }

  private double run(Active job, int type) {
    double throughput = matrix.steps(job.job.type(), type);
    double seconds = Math.min(ROUND_SECONDS, job.stepsLeft / throughput);
    job.stepsLeft = seconds < ROUND_SECONDS ? 0 : job.stepsLeft - seconds * throughput;
    job.received[type] += seconds;
    timeOfType[type] += seconds;
    return seconds;
  }

  private void refreshShares() {
    boolean isDue = now - lastReset >= RESET_SECONDS_MIN || lastReset == 0;
    if (!haveSharesChanged || !isDue) {
      return;
    }
    forgetTimes();
    double[][] shares = policy.shares(view());
    for (int i = 0; i < shares.length; i++) {
      active.get(i).share = shares[i];
    }
    haveSharesChanged = false;
  }

  private void forgetTimes() {
    double elapsed = now - lastReset;
    timeOfType = new double[devices.length];
    for (Active job : active) {
      for (int type = 0; type < devices.length; type++) {
        double had = job.received[type] - ROUND_SECONDS / 2;
        job.deficit[type] += job.share[type] * elapsed - had;
        job.received[type] = ROUND_SECONDS / 2;
        timeOfType[type] += ROUND_SECONDS / 2;
      }
    }
    lastReset = now;
  }

  private ActiveJobs view() {
    return new ActiveJobs(
        active.stream().mapToInt(a -> a.number).toArray(),
        active.stream().mapToInt(a -> a.job.type()).toArray(),
        active.stream().mapToDouble(a -> a.stepsLeft).toArray(),
        matrix,
        devices.clone());
  }

  /** Who runs on each device type in this round. */
  private List<List<Active>> choose() {
    List<List<Active>> chosen = new ArrayList<>();
    for (int i = 0; i < devices.length; i++) {
      chosen.add(List.of());
    }
    List<Active> left = new ArrayList<>(active);
    for (int type : typesInTurn()) {
      List<Active> some = mostDue(left, type);
      left.removeAll(some);
      chosen.set(type, some);
    }
    return chosen;
  }

  private int[] typesInTurn() {
    return policy.isHeterogeneityAware()
        ? IntStream.range(0, devices.length).toArray()
        : Draws.shuffled(devices.length, order);
  }

  private List<Active> mostDue(List<Active> jobs, int type) {
    List<Claim> claims = new ArrayList<>();
    for (Active job : jobs) {
      double priority = priority(job, type);
      boolean mayRun = matrix.steps(job.job.type(), type) > 0;
      if (mayRun && (priority > 0 || !policy.leavesDevicesIdle())) {
        claims.add(new Claim(job, priority, job.deficit[type], job.share[type]));
      }
    }
    claims.sort(MOST_DUE_FIRST);
    return claims.stream().limit(devices[type]).map(Claim::job).toList();
  }

  private double priority(Active job, int type) {
    if (timeOfType[type] == 0 || job.received[type] == 0) {
      return job.share[type] * FIRST_TIME;
    }
    return job.share[type] / (job.received[type] / timeOfType[type]);
  }
}
