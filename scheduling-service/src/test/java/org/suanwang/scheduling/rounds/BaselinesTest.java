package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.rounds.Cases.NEAR;
import static org.suanwang.scheduling.rounds.Cases.PICKY_AND_EASY;
import static org.suanwang.scheduling.rounds.Cases.active;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Checkpoint;

/** The policies that Gavel is compared with, by hand and against all schedules of a few jobs. */
class BaselinesTest {
  private static final int[] ONE_OF_EACH = {1, 1};

  @Test
  void fifo_leavesTheThirdWithoutADevice() {
    double[][] aware =
        new FirstInFirstOut(Knowledge.AWARE)
            .shares(active(PICKY_AND_EASY, ONE_OF_EACH, 1, 0, 0))
            .alone();
    assertThat(aware).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}, {0, 0}});
    FirstInFirstOut agnostic = new FirstInFirstOut(Knowledge.AGNOSTIC);
    agnostic.shares(active(PICKY_AND_EASY, ONE_OF_EACH, 1, 0, 0));
    ActiveJobs firstIsGone =
        new ActiveJobs(
            new int[] {1, 2},
            new int[] {0, 0},
            new double[] {9, 9},
            new double[2],
            PICKY_AND_EASY,
            ONE_OF_EACH,
            Checkpoint.NONE);
    assertThat(agnostic.shares(firstIsGone).alone())
        .as("the second keeps the slow device")
        .isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
  }

  private static double[][] allox(int[] devices, int[] types, double... steps) {
    return new AlloX()
        .shares(active(PICKY_AND_EASY, devices, types, steps, new double[types.length]))
        .alone();
  }

  @Test
  void alloxOnOneDevice_startsTheShortest() {
    assertThat(allox(new int[] {0, 1}, new int[] {1, 1, 1}, 300, 100, 200))
        .isDeepEqualTo(new double[][] {{0, 0}, {0, 1}, {0, 0}});
  }

  /** 400/4 + 100 in all; 400 + 100 the other way round. */
  @Test
  void alloxOnTwoDevices_startsEachWhereItGains() {
    assertThat(allox(ONE_OF_EACH, new int[] {1, 0}, 100, 400))
        .isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
  }

  /** The slow device would take 4,000 s; after the first on the fast one it takes 1,100. */
  @Test
  void alloxWithADeviceThatIsWorseThanWaiting_leavesItIdle() {
    assertThat(allox(ONE_OF_EACH, new int[] {0, 0}, 400, 4000))
        .isDeepEqualTo(new double[][] {{1, 0}, {0, 0}});
  }

  @Test
  void alloxJob_isNotPutWhereItCannotRun() {
    ThroughputMatrix matrix =
        new ThroughputMatrix(List.of("a"), List.of("cannot", "can"), new double[][] {{0, 1}});
    ActiveJobs jobs = active(matrix, ONE_OF_EACH, new int[2], new double[] {10, 20}, new double[2]);
    assertThat(new AlloX().shares(jobs).alone()).isDeepEqualTo(new double[][] {{0, 1}, {0, 0}});
  }

  @Test
  void alloxJob_keepsItsDevice() {
    AlloX policy = new AlloX();
    policy.shares(
        active(PICKY_AND_EASY, new int[] {0, 1}, new int[1], new double[] {9}, new double[1]));
    double[][] shares =
        policy
            .shares(
                active(
                    PICKY_AND_EASY,
                    new int[] {0, 1},
                    new int[2],
                    new double[] {9, 1},
                    new double[2]))
            .alone();
    assertThat(shares).isDeepEqualTo(new double[][] {{0, 1}, {0, 0}});
  }

  @Test
  void alloxWithAWideJob_isRefused() {
    ThroughputMatrix wide =
        new ThroughputMatrix(
            List.of(new JobType("wide", 2)),
            List.of("x"),
            new double[][] {{1}},
            new double[1][1][1]);
    assertThatThrownBy(() -> new AlloX().shares(active(wide, new int[] {2}, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Some schedule that starts as AlloX does has the least sum of completions of all schedules. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void alloxStarts_areThoseOfABestSchedule(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] seconds = new double[4][2];
    int[] types = new int[4];
    double[] steps = new double[4];
    for (int job = 0; job < 4; job++) {
      types[job] = random.nextInt(2);
      steps[job] = 1 + random.nextInt(500);
      seconds[job][0] = steps[job] / PICKY_AND_EASY.steps(types[job], 0);
      seconds[job][1] = steps[job] / PICKY_AND_EASY.steps(types[job], 1);
    }
    double[][] shares = allox(ONE_OF_EACH, types, steps);
    int[] front = {-1, -1};
    for (int job = 0; job < 4; job++) {
      for (int type = 0; type < 2; type++) {
        front[type] = shares[job][type] == 1 ? job : front[type];
      }
    }
    double best = Double.POSITIVE_INFINITY;
    double bestWithFronts = Double.POSITIVE_INFINITY;
    for (int choice = 0; choice < 16; choice++) {
      double sum = shortestFirst(seconds, choice, new int[] {-1, -1});
      best = Math.min(best, sum);
      bestWithFronts = Math.min(bestWithFronts, shortestFirst(seconds, choice, front));
    }
    assertThat(bestWithFronts).isCloseTo(best, NEAR);
  }

  /** The sum of completions if these jobs are on the second device; no other job is in front. */
  private static double shortestFirst(double[][] seconds, int onSecond, int[] front) {
    double sum = 0;
    for (int type = 0; type < 2; type++) {
      double[] sorted = new double[4];
      int jobs = 0;
      double shortest = Double.POSITIVE_INFINITY;
      for (int job = 0; job < 4; job++) {
        if (((onSecond >> job) & 1) == type) {
          sorted[jobs++] = seconds[job][type];
          shortest = Math.min(shortest, seconds[job][type]);
        }
      }
      boolean isFrontHere =
          front[type] < 0
              || (((onSecond >> front[type]) & 1) == type
                  && seconds[front[type]][type] == shortest);
      if (!isFrontHere) {
        return Double.POSITIVE_INFINITY;
      }
      Arrays.sort(sorted, 0, jobs);
      for (int i = 0; i < jobs; i++) {
        sum += sorted[i] * (jobs - i);
      }
    }
    return sum;
  }

  @Test
  void gandivaWithEnoughDevices_sharesNone() {
    Shares shares = new Gandiva(1).shares(active(Cases.sharing(0.8), new int[] {3}, 0, 0));
    assertThat(shares.pairs()).isEmpty();
    assertThat(shares.alone()).isDeepEqualTo(new double[][] {{1}, {1}});
  }

  /** Five jobs on two devices: two pairs and a single, two thirds of a device's time each. */
  @Test
  void gandivaWithTooFewDevices_putsJobsTogether() {
    Shares shares = new Gandiva(1).shares(active(Cases.sharing(0.8), new int[] {2}, 0, 0, 0, 0, 0));
    assertThat(shares.pairs()).hasSize(2);
    double alone = 0;
    for (double[] row : shares.alone()) {
      alone += row[0];
    }
    assertThat(alone).isCloseTo(2.0 / 3, NEAR);
    assertThat(shares.pairs())
        .allSatisfy(p -> assertThat(p.share()).containsExactly(new double[] {2.0 / 3}, NEAR));
  }

  @Test
  void gandivaPair_staysIfGoodAndPartsIfNot() {
    assertThat(differentPairs(0.8)).isEqualTo(1);
    assertThat(differentPairs(0.4)).isGreaterThan(1);
  }

  private static long differentPairs(double beside) {
    Gandiva policy = new Gandiva(3);
    ActiveJobs jobs = active(Cases.sharing(beside), new int[] {1}, 0, 0, 0, 0);
    return IntStream.range(0, 12)
        .mapToObj(
            i ->
                policy.shares(jobs).pairs().stream()
                    .map(p -> p.first() + "+" + p.second())
                    .toList())
        .distinct()
        .count();
  }
}
