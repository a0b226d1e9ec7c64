package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares and rounds worked out by hand, and what holds for any jobs. */
class RoundsTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-6);

  /** The first type is four times as fast on the first device, the second alike on both. */
  private static final ThroughputMatrix MATRIX =
      new ThroughputMatrix(
          List.of("picky", "easy"), List.of("fast", "slow"), new double[][] {{4, 1}, {1, 1}});

  private static ActiveJobs active(int[] devices, int... types) {
    int[] numbers = new int[types.length];
    double[] left = new double[types.length];
    for (int i = 0; i < types.length; i++) {
      numbers[i] = i;
      left[i] = 1000;
    }
    return new ActiveJobs(numbers, types, left, MATRIX, devices);
  }

  /** With equal shares the picky one does 2.5 steps a second; alone on the fast device, 4. */
  @Test
  void awareFairness_givesTheFastDeviceToWhoGains() {
    double[][] shares = new MaxMinFairness(true).shares(active(new int[] {1, 1}, 0, 1));
    assertThat(shares[0][0]).isCloseTo(1, NEAR);
    assertThat(shares[0][1]).isCloseTo(0, NEAR);
    assertThat(shares[1][0]).isCloseTo(0, NEAR);
    assertThat(shares[1][1]).isCloseTo(1, NEAR);
  }

  /** Three alike on one fast and one slow device: a third of the fast one, or more of the slow. */
  @Test
  void awareFairness_makesEqualsEqual() {
    double[][] shares = new MaxMinFairness(true).shares(active(new int[] {1, 1}, 0, 0, 0));
    for (double[] share : shares) {
      assertThat(share[0]).isCloseTo(1.0 / 3, NEAR);
      assertThat(share[1]).isCloseTo(1.0 / 3, NEAR);
    }
  }

  @Test
  void agnosticFairness_sharesEveryDevice() {
    double[][] shares = new MaxMinFairness(false).shares(active(new int[] {1, 3}, 0, 1, 0, 1, 1));
    assertThat(List.of(shares))
        .allSatisfy(s -> assertThat(s).containsExactly(new double[] {0.2, 0.6}, NEAR));
  }

  @Test
  void fifo_leavesTheThirdWithoutADevice() {
    double[][] aware = new FirstInFirstOut(true).shares(active(new int[] {1, 1}, 1, 0, 0));
    assertThat(aware).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}, {0, 0}});
    FirstInFirstOut agnostic = new FirstInFirstOut(false);
    agnostic.shares(active(new int[] {1, 1}, 1, 0, 0));
    ActiveJobs firstIsGone =
        new ActiveJobs(
            new int[] {1, 2}, new int[] {0, 0}, new double[] {9, 9}, MATRIX, new int[] {1, 1});
    assertThat(agnostic.shares(firstIsGone))
        .as("the second keeps the slow device")
        .isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
  }

  private static double[] run(SharePolicy policy, int[] devices, List<RoundJob> jobs) {
    return new RoundSimulation(MATRIX, devices, policy, 1)
        .completionSeconds(jobs.iterator(), 0, jobs.size());
  }

  /** The second comes in the first round and joins with the next, when the first is as due. */
  @Test
  void jobThatComesInARound_waitsForItsEnd() {
    List<RoundJob> jobs = List.of(new RoundJob(1, 0, 720), new RoundJob(1, 100, 90));
    assertThat(run(new MaxMinFairness(false), new int[] {1, 0}, jobs)).containsExactly(720, 710);
  }

  /** Under FIFO nobody runs without a share, and shares are found again 1,920 s after the first. */
  @Test
  void jobBetweenTwoFindingsOfShares_waitsForTheSecond() {
    List<RoundJob> jobs = List.of(new RoundJob(1, 10, 90), new RoundJob(1, 200, 50));
    assertThat(run(new FirstInFirstOut(true), new int[] {1, 0}, jobs))
        .containsExactly(90, 10 + 1920 + 50 - 200);
  }

  /** Shares are found at 0, and again 1,920 s later at the earliest. */
  @Test
  void twoOnOneDevice_takeTurns() {
    List<RoundJob> jobs = List.of(new RoundJob(1, 0, 1080), new RoundJob(1, 0, 720));
    assertThat(run(new MaxMinFairness(false), new int[] {1, 0}, jobs)).containsExactly(1800, 1440);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyJobs_lastAtLeastTheirWorkOnTheFastestDevice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RoundJob> jobs = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < 60; i++) {
      at += random.nextInt(400);
      jobs.add(new RoundJob(random.nextInt(2), at, 1 + random.nextInt(9000)));
    }
    int[] devices = {1 + random.nextInt(3), 1 + random.nextInt(3)};
    for (SharePolicy policy :
        List.of(
            new FirstInFirstOut(true),
            new FirstInFirstOut(false),
            new MaxMinFairness(false),
            new MaxMinFairness(true))) {
      double[] times = run(policy, devices, jobs);
      for (int i = 0; i < times.length; i++) {
        double fastest = jobs.get(i).type() == 0 ? 4 : 1;
        assertThat(times[i]).isGreaterThanOrEqualTo(jobs.get(i).steps() / fastest - 1e-6);
      }
    }
    assertThat(run(new MaxMinFairness(true), devices, jobs))
        .containsExactly(run(new MaxMinFairness(true), devices, jobs));
  }

  @Test
  void impossibleNumbers_areRefused() {
    assertThatThrownBy(() -> new RoundJob(0, 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new ThroughputMatrix(List.of("a"), List.of("x"), new double[][] {{Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ThroughputMatrix(List.of("a"), List.of("x"), new double[][] {{0}}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
