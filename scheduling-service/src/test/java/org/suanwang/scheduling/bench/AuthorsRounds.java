package org.suanwang.scheduling.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.rounds.ActiveJobs;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.Shares;
import org.suanwang.scheduling.rounds.ThroughputMatrix;

/**
 * Shares in rounds as the simulator of Narayanan et al., OSDI 2020, carries them out (commit
 * c4fa400, jobs of one device), where it differs from {@code RoundSimulation}:
 *
 * <ul>
 *   <li>Every pair of jobs is a candidate for every device, also one without a share: it comes
 *       after those that have one, and of those without one the pairs come first, as half a round
 *       is noted for each as if it had missed it.
 *   <li>Of two that share a device the one that is ready first waits for the other, and ends with
 *       it.
 *   <li>Who has come since shares were found is chosen for devices that are left, but does not run
 *       until shares are found again: they stand idle.
 *   <li>When nobody runs, time goes on to the next arrival, and what runs next is taken to have
 *       begun when the last round ended.
 *   <li>Device types that are not served in order are drawn with Python's generator.
 * </ul>
 *
 * Their rounds end with the last step that fits, these after six minutes: what they print of LAS
 * without knowledge near full load is met so and not otherwise.
 */
final class AuthorsRounds {
  private static final double ROUND_SECONDS = 360;
  private static final double FINDING_SECONDS_MIN = 1920;

  private final ThroughputMatrix matrix;
  private final int[] devices;
  private final SharePolicy policy;
  private final boolean areShared;
  private final PythonDraws order;
  private final List<Job> jobs = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private List<Turn> running = List.of();
  private double now;
  private double lastFinding;
  private double roundEnd;
  private boolean haveChanged;

  /** A job that is there. */
  private static final class Job {
    private final int number;
    private final RoundJob job;
    private double stepsLeft;

    Job(int number, RoundJob job) {
      this.number = number;
      this.job = job;
      this.stepsLeft = job.steps();
    }

    boolean hasEnded() {
      return stepsLeft <= 0;
    }
  }

  /** A job, or two that might share a device. */
  private static final class Candidate {
    private final List<Job> jobs;
    private final double[][] speeds;
    private final double[] received;
    private final double[] deficit;
    private double[] share;
    private boolean hasShares;

    Candidate(List<Job> jobs, double[][] speeds) {
      this.jobs = jobs;
      this.speeds = speeds;
      this.received = new double[speeds[0].length];
      this.deficit = new double[received.length];
      this.share = new double[received.length];
      Arrays.fill(received, jobs.size() > 1 ? 0 : ROUND_SECONDS / 2);
    }

    double priority(int type) {
      return hasShares ? share[type] / received[type] : 0;
    }

    boolean mayRun(int type) {
      return Arrays.stream(speeds).allMatch(row -> row[type] > 0);
    }

    void settle(double elapsed) {
      for (int type = 0; type < received.length; type++) {
        deficit[type] += share[type] * elapsed - (received[type] - ROUND_SECONDS / 2);
        received[type] = ROUND_SECONDS / 2;
      }
    }

    void give(double[] newShare) {
      share = newShare;
      hasShares = true;
    }
  }

  /** A candidate that runs on a device of a type, with what each of its jobs does there. */
  @SuppressWarnings("ArrayRecordComponent") // made for one round, never compared
  private record Turn(Candidate candidate, int type, double[] steps, double end) {}

  /**
   * A run with jobs of one device each.
   *
   * @param areShared whether two jobs may be on one device
   * @param seed of the order in which types are served, where the policy does not say it
   */
  AuthorsRounds(
      ThroughputMatrix matrix, int[] devices, SharePolicy policy, boolean areShared, int seed) {
    this.matrix = matrix;
    this.devices = devices;
    this.policy = policy;
    this.areShared = areShared;
    this.order = new PythonDraws(seed + 5);
  }

  /**
   * Times from arrival to end of the jobs from one number to before another.
   *
   * @param arriving in order of arrival, so many that they do not come to an end before
   */
  double[] completionSeconds(Iterator<RoundJob> arriving, int from, int to) {
    double[] completions = new double[to - from];
    int left = completions.length;
    int arrived = 0;
    RoundJob next = arriving.next();
    while (left > 0) {
      double start = roundEnd;
      now = running.stream().mapToDouble(Turn::end).max().orElse(next.arrivalSeconds());
      roundEnd = running.isEmpty() ? roundEnd : now;
      for (Job job : end(start)) {
        if (job.number >= from && job.number < to) {
          completions[job.number - from] = endOf(job) - job.job.arrivalSeconds();
          left--;
        }
      }
      while (next.arrivalSeconds() <= now) {
        join(new Job(arrived++, next));
        next = arriving.next();
      }
      refreshShares();
      running = turns();
    }
    return completions;
  }

  private double endOf(Job job) {
    return running.stream()
        .filter(turn -> turn.candidate().jobs.contains(job))
        .mapToDouble(Turn::end)
        .findFirst()
        .orElseThrow();
  }

  /** Ends a round; returns the jobs that have ended. */
  private List<Job> end(double start) {
    for (Turn turn : running) {
      for (int i = 0; i < turn.steps().length; i++) {
        turn.candidate().jobs.get(i).stepsLeft -= turn.steps()[i];
      }
      turn.candidate().received[turn.type()] += turn.end() - start;
    }
    List<Job> ended = jobs.stream().filter(Job::hasEnded).toList();
    if (!ended.isEmpty()) {
      haveChanged = true;
      jobs.removeAll(ended);
      candidates.removeIf(c -> c.jobs.stream().anyMatch(Job::hasEnded));
    }
    return ended;
  }

  private void join(Job job) {
    haveChanged = true;
    int type = job.job.type();
    candidates.add(new Candidate(List.of(job), new double[][] {matrix.stepsPerSecond()[type]}));
    for (Job other : areShared ? jobs : List.<Job>of()) {
      int otherType = other.job.type();
      double[][] speeds = {
        matrix.sharedStepsPerSecond()[otherType][type],
        matrix.sharedStepsPerSecond()[type][otherType]
      };
      candidates.add(new Candidate(List.of(other, job), speeds));
    }
    jobs.add(job);
  }

  private void refreshShares() {
    boolean isDue = now - lastFinding >= FINDING_SECONDS_MIN || lastFinding == 0;
    if (!haveChanged || !isDue || jobs.isEmpty()) {
      return;
    }
    double elapsed = now - lastFinding;
    candidates.forEach(c -> c.settle(elapsed));
    lastFinding = now;
    haveChanged = false;
    Shares shares = policy.shares(view());
    Map<List<Job>, double[]> given = new HashMap<>();
    for (int i = 0; i < jobs.size(); i++) {
      given.put(List.of(jobs.get(i)), shares.alone()[i]);
    }
    for (Shares.Pair pair : shares.pairs()) {
      given.put(List.of(jobs.get(pair.first()), jobs.get(pair.second())), pair.share());
    }
    double[] none = new double[devices.length];
    candidates.forEach(c -> c.give(given.getOrDefault(c.jobs, none)));
  }

  private ActiveJobs view() {
    return new ActiveJobs(
        jobs.stream().mapToInt(job -> job.number).toArray(),
        jobs.stream().mapToInt(job -> job.job.type()).toArray(),
        jobs.stream().mapToDouble(job -> job.stepsLeft).toArray(),
        jobs.stream().mapToDouble(job -> now - job.job.arrivalSeconds()).toArray(),
        matrix,
        devices.clone(),
        Checkpoint.NONE);
  }

  private List<Turn> turns() {
    int[] types = IntStream.range(0, devices.length).toArray();
    if (!policy.servesTypesInOrder()) {
      order.shuffle(types);
    }
    Set<Job> taken = new HashSet<>();
    List<Turn> turns = new ArrayList<>();
    for (int type : types) {
      serve(type, taken, turns);
    }
    return turns;
  }

  /** A candidate for devices of one type, the most due first, then who came first. */
  private record Claim(
      Candidate candidate, int place, double priority, double deficit, double share)
      implements Comparable<Claim> {
    private static final Comparator<Claim> ORDER =
        Comparator.comparingDouble(Claim::priority)
            .thenComparingDouble(Claim::deficit)
            .thenComparingDouble(Claim::share)
            .reversed()
            .thenComparingInt(Claim::place);

    @Override
    public int compareTo(Claim other) {
      return ORDER.compare(this, other);
    }
  }

  private void serve(int type, Set<Job> taken, List<Turn> turns) {
    List<Claim> claims = new ArrayList<>();
    for (Candidate c : candidates) {
      double priority = c.priority(type);
      if (c.mayRun(type)
          && c.jobs.stream().noneMatch(taken::contains)
          && (priority > 0 || !policy.leavesDevicesIdle())) {
        claims.add(new Claim(c, claims.size(), priority, c.deficit[type], c.share[type]));
      }
    }
    PriorityQueue<Claim> queue = new PriorityQueue<>(claims);
    int left = devices[type];
    while (left > 0 && !queue.isEmpty()) {
      Candidate c = queue.remove().candidate();
      if (c.jobs.stream().noneMatch(taken::contains)) {
        left--;
        taken.addAll(c.jobs);
        if (c.hasShares) {
          turns.add(turn(c, type));
        }
      }
    }
  }

  private Turn turn(Candidate candidate, int type) {
    double[] steps = new double[candidate.jobs.size()];
    double longest = 0;
    for (int i = 0; i < steps.length; i++) {
      double speed = candidate.speeds[i][type];
      steps[i] = Math.min(speed * ROUND_SECONDS, candidate.jobs.get(i).stepsLeft);
      longest = Math.max(longest, steps[i] / speed);
    }
    return new Turn(candidate, type, steps, now + longest);
  }
}
