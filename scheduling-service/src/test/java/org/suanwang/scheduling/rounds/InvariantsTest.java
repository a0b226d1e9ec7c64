package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.rounds.Knowledge.AGNOSTIC;
import static org.suanwang.scheduling.rounds.Knowledge.AWARE;
import static org.suanwang.scheduling.rounds.Knowledge.SHARING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any jobs under any policy. */
class InvariantsTest {
  private static final double ROUNDING = 1e-6;

  private static final List<Supplier<SharePolicy>> POLICIES =
      List.of(
          () -> new FirstInFirstOut(AWARE),
          () -> new FirstInFirstOut(AGNOSTIC),
          () -> new FirstInFirstOut(SHARING),
          () -> new FinishTimeFairness(SHARING),
          () -> new MaxMinFairness(AGNOSTIC),
          () -> new MaxMinFairness(AWARE),
          () -> new MaxMinFairness(SHARING),
          () -> new FinishTimeFairness(AWARE),
          () -> new FinishTimeFairness(AGNOSTIC),
          () -> new MinimumMakespan(AWARE),
          () -> new MinimumMakespan(AGNOSTIC),
          SharingMinimumMakespan::new,
          () -> new Gandiva(5),
          AlloX::new,
          () -> new ThroughputMatching(AWARE),
          () -> new ThroughputMatching(SHARING));

  private static RandomCase forPolicy(RandomCase drawn, SharePolicy policy) {
    return policy instanceof AlloX ? drawn.narrow() : drawn;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shares_areOfTimeAndDevicesThatThereAre(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomCase drawn = RandomCase.draw(random, 0);
    int count = 1 + random.nextInt(30);
    for (Supplier<SharePolicy> policy : POLICIES) {
      SharePolicy fresh = policy.get();
      ActiveJobs jobs = forPolicy(drawn, fresh).active(count);
      requirePossible(fresh.name(), jobs, fresh.shares(jobs));
    }
  }

  private static void requirePossible(String policy, ActiveJobs jobs, Shares shares) {
    double[] times = new double[jobs.size()];
    double[] used = new double[jobs.deviceTypes()];
    for (int type = 0; type < used.length; type++) {
      for (int job = 0; job < times.length; job++) {
        double share = shares.alone()[job][type];
        assertThat(share).as(policy).isBetween(0.0, 1 + ROUNDING);
        times[job] += share;
        used[type] += share * jobs.width(job);
      }
      for (Shares.Pair pair : shares.pairs()) {
        assertThat(pair.share()[type]).as(policy).isBetween(0.0, 1 + ROUNDING);
        times[pair.first()] += pair.share()[type];
        times[pair.second()] += pair.share()[type];
        used[type] += pair.share()[type] * jobs.width(pair.first());
      }
      assertThat(used[type]).as(policy).isLessThan(jobs.devices()[type] + ROUNDING);
    }
    assertThat(times).as(policy).satisfies(t -> assertThat(max(t)).isLessThan(1 + ROUNDING));
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyJob_endsAndNotBeforeItsWorkIsDone(long seed) {
    RandomCase drawn = RandomCase.draw(new SplittableRandom(seed), 900);
    for (Supplier<SharePolicy> policy : POLICIES) {
      RandomCase mine = forPolicy(drawn, policy.get());
      double[] seconds = mine.completions(policy.get()).toArray();
      for (int job = 0; job < seconds.length; job++) {
        double least = RoundBound.fastestSeconds(mine.matrix(), mine.jobs().get(job));
        assertThat(seconds[job]).as(policy.get().name()).isGreaterThan(least - ROUNDING);
      }
      assertThat(mine.completions(policy.get()).toArray())
          .as("the same again: " + policy.get().name())
          .containsExactly(seconds);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void inARound_noJobRunsTwiceAndNoDeviceDoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomCase drawn = RandomCase.draw(random, 0);
    List<Combination> open = new ArrayList<>();
    for (RoundJob job : drawn.jobs()) {
      open.add(
          Combination.alone(
              new Running(open.size(), job), drawn.matrix(), RoundPlanner.ROUND_SECONDS));
    }
    List<Combination> alone = List.copyOf(open);
    for (int i = 0; i < 60; i++) {
      Running first = alone.get(random.nextInt(20)).jobs().getFirst();
      Running second = alone.get(20 + random.nextInt(20)).jobs().getFirst();
      if (drawn.matrix().devices(first.type()) == drawn.matrix().devices(second.type())) {
        open.add(Combination.pair(first, second, drawn.matrix(), RoundPlanner.ROUND_SECONDS));
      }
    }
    open.forEach(c -> c.give(new double[] {random.nextInt(3), random.nextInt(3), 1}));
    List<RoundChoice.Turn> turns =
        RoundChoice.choose(open, drawn.devices(), new int[] {2, 0, 1}, random.nextBoolean());
    int[] used = new int[3];
    Set<Running> ran = new HashSet<>();
    for (RoundChoice.Turn turn : turns) {
      used[turn.deviceType()] += turn.combination().width();
      assertThat(turn.combination().mayRun(turn.deviceType())).isTrue();
      assertThat(turn.combination().jobs()).allMatch(ran::add);
    }
    for (int type = 0; type < used.length; type++) {
      assertThat(used[type]).isLessThanOrEqualTo(drawn.devices()[type]);
    }
  }

  /** Each job has its part of what its class has, and all pairs together the time of the class. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pairsOfJobs_addUpToPairsOfClasses(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ActiveJobs jobs = RandomCase.draw(random, 0).narrow().active(25);
    JobClasses classes = JobClasses.byType(jobs);
    double[] parts = classes.equalParts(jobs.size());
    List<ClassShares.Pairing> pairings =
        List.of(
            new ClassShares.Pairing(0, 0, 0, classes.count(0) / 4.0),
            new ClassShares.Pairing(0, 1, 1, random.nextDouble()));
    double[] times = new double[jobs.size()];
    for (Shares.Pair pair : JobPairs.of(classes, parts, pairings, 2)) {
      times[pair.first()] += pair.share()[0] + pair.share()[1];
      times[pair.second()] += pair.share()[0] + pair.share()[1];
    }
    double between = pairings.get(1).time();
    for (int job : classes.members().get(0)) {
      assertThat(times[job]).isCloseTo(0.5 + between / classes.count(0), Cases.NEAR);
    }
    for (int job : classes.members().get(1)) {
      assertThat(times[job]).isCloseTo(between / classes.count(1), Cases.NEAR);
    }
  }
}
