package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.workload.Draws;

/**
 * Decides round by round who runs on which device type (Narayanan et al., OSDI 2020, section 5):
 * those that have received least of the shares they are to have. Shares are found anew when jobs
 * have come or gone, but not more often than the policy says; then what was received before is
 * forgotten but for a deficit that decides between equals.
 */
public final class RoundPlanner {
  /** As in the study. */
  public static final double ROUND_SECONDS = 360;

  private final ThroughputMatrix matrix;
  private final int[] devices;
  private final SharePolicy policy;
  private final double findingSecondsMin;
  private final double roundSeconds;
  private final SplittableRandom order;
  private final Checkpoint checkpoint;
  private final List<Combination> alone = new ArrayList<>();
  private final Map<Integer, Combination> byNumber = new HashMap<>();
  private Map<Long, Combination> pairs = new TreeMap<>();
  private double lastReset;
  private boolean haveSharesChanged;

  /**
   * That a job runs in the next round, or two on the devices of one.
   *
   * @param number of the job, of two of the earlier
   * @param partner the later of two; {@link #ALONE} when there is none
   * @param deviceType column of the matrix
   */
  public record Choice(int number, int partner, int deviceType) {
    /** For nobody. */
    public static final int ALONE = -1;

    /** Whether two share devices. */
    public boolean isPair() {
      return partner != ALONE;
    }
  }

  /**
   * What a job is to have of a type, and has had, alone and beside others.
   *
   * @param deviceType column of the matrix
   * @param share of its time, 0 to 1
   * @param receivedSeconds since shares were found last
   */
  public record TypeTime(int deviceType, double share, double receivedSeconds) {}

  /**
   * A planner of one run.
   *
   * @param devices how many of each type, by columns of the matrix
   * @param findingSecondsMin how long shares last at least, also when jobs have come or gone
   * @param roundSeconds how long a round lasts: who comes is taken to have had half of one of each
   *     type
   * @param seed of the order in which types are served, where the policy does not say it
   * @param checkpoint passed in each step of finding shares
   */
  public RoundPlanner(
      ThroughputMatrix matrix,
      int[] devices,
      SharePolicy policy,
      double findingSecondsMin,
      double roundSeconds,
      long seed,
      Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
    this.roundSeconds = roundSeconds;
    this.matrix = matrix;
    this.devices = devices.clone();
    this.policy = policy;
    this.findingSecondsMin = findingSecondsMin;
    this.order = new SplittableRandom(seed);
  }

  /**
   * A job has come.
   *
   * @param number the later, the larger
   * @throws IllegalArgumentException if it takes more devices of each type that it runs on than
   *     there are
   */
  public void join(int number, RoundJob job) {
    join(new Running(number, job));
  }

  void join(Running job) {
    if (IntStream.range(0, devices.length).noneMatch(type -> fits(job, type))) {
      throw new IllegalArgumentException(
          "job " + job.number() + " takes more devices than there are of any type it runs on");
    }
    Combination combination = Combination.alone(job, matrix, roundSeconds);
    boolean isLast = alone.isEmpty() || alone.getLast().jobs().getFirst().number() < job.number();
    alone.add(combination);
    if (!isLast) {
      alone.sort(Comparator.comparingInt(c -> c.jobs().getFirst().number()));
    }
    byNumber.put(job.number(), combination);
    haveSharesChanged = true;
  }

  private boolean fits(Running job, int type) {
    return matrix.devices(job.type()) <= devices[type] && matrix.steps(job.type(), type) > 0;
  }

  /** A job has gone; nothing happens when it is not there. */
  public void leave(int number) {
    Combination gone = byNumber.get(number);
    if (gone != null) {
      gone.jobs().getFirst().remain(0);
      removeEnded();
    }
  }

  /** So much work is left of a job that has not gone. */
  public void remain(int number, double steps) {
    requireThere(number).jobs().getFirst().remain(steps);
  }

  /** A job has run on a type for so long since this was told last. */
  public void receive(int number, int deviceType, double seconds) {
    requireThere(number).receive(deviceType, seconds);
  }

  /** Two have run on a type side by side for so long since this was told last. */
  public void receive(int first, int second, int deviceType, double seconds) {
    Combination pair = pairs.get(pairKey(first, second));
    if (pair != null) {
      pair.receive(deviceType, seconds);
    }
  }

  private static long pairKey(int first, int second) {
    return ((long) first << Integer.SIZE) | second;
  }

  private Combination requireThere(int number) {
    Combination combination = byNumber.get(number);
    if (combination == null) {
      throw new IllegalArgumentException("job " + number + " is not there");
    }
    return combination;
  }

  boolean isEmpty() {
    return alone.isEmpty();
  }

  void removeEnded() {
    if (policy.leavesDevicesIdle()) {
      pairs.values().forEach(this::leaveToSurvivor);
    }
    haveSharesChanged |= alone.removeIf(Combination::hasAnEndedJob);
    byNumber.values().removeIf(Combination::hasAnEndedJob);
    pairs.values().removeIf(Combination::hasAnEndedJob);
  }

  /** Where nobody runs without a share, whose partner has ended has the share of both. */
  private void leaveToSurvivor(Combination pair) {
    for (Running job : pair.jobs()) {
      if (pair.hasAnEndedJob() && !job.hasEnded()) {
        requireThere(job.number()).giveAllOf(pair);
      }
    }
  }

  /** Who runs in the round that begins now. */
  public List<Choice> choose(double now) {
    return turns(now).stream().map(RoundPlanner::choice).toList();
  }

  private static Choice choice(RoundChoice.Turn turn) {
    List<Running> jobs = turn.combination().jobs();
    int partner = jobs.size() > 1 ? jobs.getLast().number() : Choice.ALONE;
    return new Choice(jobs.getFirst().number(), partner, turn.deviceType());
  }

  List<RoundChoice.Turn> turns(double now) {
    refreshShares(now);
    List<Combination> open = Stream.concat(alone.stream(), pairs.values().stream()).toList();
    return RoundChoice.choose(open, devices, typesInTurn(), policy.leavesDevicesIdle());
  }

  /** By the types that it can run on; empty when it is not there. */
  public List<TypeTime> times(int number) {
    Combination own = byNumber.get(number);
    return own == null
        ? List.of()
        : IntStream.range(0, devices.length)
            .filter(own::mayRun)
            .mapToObj(type -> time(number, own, type))
            .toList();
  }

  private TypeTime time(int number, Combination own, int type) {
    double share = own.share(type);
    double received = own.receivedSeconds(type);
    for (Combination pair : pairs.values()) {
      if (pair.jobs().stream().anyMatch(job -> job.number() == number)) {
        share += pair.share(type);
        received += pair.receivedSeconds(type);
      }
    }
    return new TypeTime(type, share, received);
  }

  /** When shares are found next, if nobody runs because nobody who is there has a share yet. */
  public double nextFinding() {
    if (!haveSharesChanged) {
      throw new IllegalStateException("nobody runs though shares were found");
    }
    return lastReset + findingSecondsMin;
  }

  private void refreshShares(double now) {
    boolean isDue = now - lastReset >= findingSecondsMin || lastReset == 0;
    if (!haveSharesChanged || !isDue) {
      return;
    }
    double elapsed = now - lastReset;
    alone.forEach(c -> c.settle(elapsed));
    pairs.values().forEach(c -> c.settle(elapsed));
    lastReset = now;
    give(policy.shares(view(now)));
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
      long key = pairKey(first.number(), second.number());
      Combination kept = before.get(key);
      Combination combination =
          kept == null ? Combination.pair(first, second, matrix, roundSeconds) : kept;
      combination.give(pair.share());
      pairs.put(key, combination);
    }
  }

  private ActiveJobs view(double now) {
    List<Running> active = alone.stream().map(c -> c.jobs().getFirst()).toList();
    return new ActiveJobs(
        active.stream().mapToInt(Running::number).toArray(),
        active.stream().mapToInt(Running::type).toArray(),
        active.stream().mapToDouble(Running::stepsLeft).toArray(),
        active.stream().mapToDouble(a -> now - a.arrivalSeconds()).toArray(),
        matrix,
        devices.clone(),
        checkpoint);
  }

  private int[] typesInTurn() {
    return policy.servesTypesInOrder()
        ? IntStream.range(0, devices.length).toArray()
        : Draws.shuffled(devices.length, order);
  }
}
