package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.rounds.Cases.ABOUT;
import static org.suanwang.scheduling.rounds.Cases.PICKY_AND_EASY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makespans by hand, by formula, and what no run comes below. */
class MakespanTest {
  private static final Percentage ALMOST = Percentage.withPercentage(0.05);

  private static double bound(
      ThroughputMatrix matrix, int[] devices, boolean isShared, RoundJob... jobs) {
    return RoundBound.makespanSeconds(matrix, devices, List.of(jobs), isShared);
  }

  /** The picky one is done on the fast device when the easy one is on the slow one. */
  @Test
  void oneJobForEachDevice_endTogether() {
    ActiveJobs jobs =
        Cases.active(
            PICKY_AND_EASY,
            new int[] {1, 1},
            new int[] {0, 1},
            new double[] {400, 100},
            new double[2]);
    double[][] shares = new MinimumMakespan(Knowledge.AWARE).shares(jobs).alone();
    assertThat(shares[0]).containsExactly(new double[] {1, 0}, ABOUT);
    assertThat(shares[1]).containsExactly(new double[] {0, 1}, ABOUT);
    assertThat(
            bound(
                PICKY_AND_EASY,
                new int[] {1, 1},
                false,
                new RoundJob(0, 0, 400),
                new RoundJob(1, 0, 100)))
        .isCloseTo(100, ALMOST);
  }

  /**
   * As if all went as fast as on the fast device, one needs 200 s and two 100 s each: on two
   * devices alike that is all of the time of the one and half of that of the others.
   */
  @Test
  void whoDoesNotKnowSpeeds_givesThoseThatNeedMoreTimeMore() {
    ActiveJobs jobs =
        Cases.active(
            PICKY_AND_EASY,
            new int[] {1, 1},
            new int[] {0, 1, 1},
            new double[] {800, 100, 100},
            new double[3]);
    double[][] shares = new MinimumMakespan(Knowledge.AGNOSTIC).shares(jobs).alone();
    assertThat(shares[0]).containsExactly(new double[] {0.5, 0.5}, ABOUT);
    assertThat(shares[1]).containsExactly(new double[] {0.25, 0.25}, ABOUT);
    assertThat(shares[2]).containsExactly(new double[] {0.25, 0.25}, ABOUT);
  }

  /** Where one device type is all there is, there is nothing to know. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void onOneDeviceType_knowingSpeedsChangesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ThroughputMatrix matrix =
        new ThroughputMatrix(List.of("a", "b"), List.of("only"), new double[][] {{2}, {0.5}});
    int[] types = random.ints(8, 0, 2).toArray();
    double[] steps = random.doubles(8, 10, 1000).toArray();
    ActiveJobs jobs = Cases.active(matrix, new int[] {3}, types, steps, new double[8]);
    double[][] aware = new MinimumMakespan(Knowledge.AWARE).shares(jobs).alone();
    double[][] agnostic = new MinimumMakespan(Knowledge.AGNOSTIC).shares(jobs).alone();
    for (int job = 0; job < steps.length; job++) {
      assertThat(agnostic[job]).containsExactly(aware[job], Offset.offset(1e-3));
    }
  }

  /** Two of 500 steps at 4 + 1 steps a second, each half of the time on each. */
  @Test
  void twoOfAKind_takeTurns() {
    RoundJob job = new RoundJob(0, 0, 500);
    assertThat(bound(PICKY_AND_EASY, new int[] {1, 1}, false, job, job)).isCloseTo(200, ALMOST);
    ActiveJobs jobs =
        Cases.active(
            PICKY_AND_EASY, new int[] {1, 1}, new int[2], new double[] {500, 500}, new double[2]);
    double[][] shares = new MinimumMakespan(Knowledge.AWARE).shares(jobs).alone();
    for (double[] share : shares) {
      assertThat(4 * share[0] + share[1]).isCloseTo(2.5, Offset.offset(1e-3));
    }
  }

  /** The long job bounds; the short one is not kept back to end with it. */
  @Test
  void jobsThatTheLongestLeavesRoom_goAtTheirFastest() {
    ActiveJobs jobs =
        Cases.active(
            PICKY_AND_EASY,
            new int[] {2, 2},
            new int[] {0, 0},
            new double[] {4000, 40},
            new double[2]);
    double[][] shares = new MinimumMakespan(Knowledge.AWARE).shares(jobs).alone();
    assertThat(shares[0]).containsExactly(new double[] {1, 0}, ABOUT);
    assertThat(shares[1]).containsExactly(new double[] {1, 0}, ABOUT);
  }

  /** Two of 100 steps on one device: 200 s in turns, 125 s at 0.8 steps a second together. */
  @Test
  void twoThatShare_endSooner() {
    ThroughputMatrix matrix = Cases.sharing(0.8);
    RoundJob job = new RoundJob(0, 0, 100);
    assertThat(bound(matrix, new int[] {1}, true, job, job)).isCloseTo(125, ALMOST);
    assertThat(bound(matrix, new int[] {1}, false, job, job)).isCloseTo(200, ALMOST);
    double[] seconds =
        new RoundSimulation(matrix, new int[] {1}, new SharingMinimumMakespan(), 1)
            .completionSeconds(List.of(job, job).iterator(), 0, 2);
    assertThat(seconds).containsExactly(new double[] {125, 125}, ABOUT);
  }

  /**
   * Devices of different speed, jobs of one type: the k longest need the k fastest devices at
   * least, all jobs need all (Horvath, Lam and Sethi 1977).
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void jobsOfOneType_haveTheBoundOfTheFormula(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] speeds = {9, 1 + random.nextInt(8), 1 + random.nextInt(8)};
    ThroughputMatrix matrix =
        new ThroughputMatrix(List.of("a"), List.of("x", "y", "z"), new double[][] {speeds});
    RoundJob[] jobs = new RoundJob[1 + random.nextInt(6)];
    Arrays.setAll(jobs, i -> new RoundJob(0, 0, 10 + random.nextInt(1000)));
    double[] steps = Arrays.stream(jobs).mapToDouble(job -> -job.steps()).sorted().toArray();
    double[] fastest = Arrays.stream(speeds).map(v -> -v).sorted().toArray();
    double longest = 0;
    double work = 0;
    double speed = 0;
    for (int k = 0; k < steps.length; k++) {
      work += steps[k];
      speed += k < 3 ? fastest[k] : 0;
      longest = k < 2 || k == steps.length - 1 ? Math.max(longest, work / speed) : longest;
    }
    assertThat(bound(matrix, new int[] {1, 1, 1}, false, jobs)).isCloseTo(longest, ALMOST);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void longJobs_endHardlyLaterThanTheBoundAndNoSooner(long seed) {
    RandomCase drawn = RandomCase.draw(new SplittableRandom(seed), 0).narrow().longer(200);
    double apart = bound(drawn, false);
    double together = bound(drawn, true);
    assertThat(together).isLessThanOrEqualTo(apart * 1.001);
    assertThat(drawn.completions(new MinimumMakespan(Knowledge.AWARE)).max().orElseThrow())
        .isBetween(apart * 0.999, apart * 1.05);
    assertThat(drawn.completions(new MinimumMakespan(Knowledge.AGNOSTIC)).max().orElseThrow())
        .isGreaterThanOrEqualTo(apart * 0.999);
    assertThat(drawn.completions(new SharingMinimumMakespan()).max().orElseThrow())
        .isBetween(together * 0.999, apart * 1.05);
  }

  private static double bound(RandomCase drawn, boolean isShared) {
    return RoundBound.makespanSeconds(drawn.matrix(), drawn.devices(), drawn.jobs(), isShared);
  }

  /** All ways to put four jobs on two devices. */
  @Test
  void fewJobs_haveNoScheduleBelowTheBound() {
    List<RoundJob> jobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      jobs.add(new RoundJob(i % 2, 0, 200 + 150 * i));
    }
    double bound = RoundBound.makespanSeconds(PICKY_AND_EASY, new int[] {1, 1}, jobs, false);
    double best =
        IntStream.range(0, 16)
            .mapToDouble(choice -> listMakespan(jobs, choice))
            .min()
            .orElseThrow();
    assertThat(bound).isLessThanOrEqualTo(best);
  }

  private static double listMakespan(List<RoundJob> jobs, int onFast) {
    double[] ends = new double[2];
    for (int job = 0; job < jobs.size(); job++) {
      int type = 1 - ((onFast >> job) & 1);
      ends[type] += jobs.get(job).steps() / PICKY_AND_EASY.steps(jobs.get(job).type(), type);
    }
    return Math.max(ends[0], ends[1]);
  }
}
