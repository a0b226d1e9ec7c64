package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.rounds.Cases.PICKY_AND_EASY;
import static org.suanwang.scheduling.rounds.Cases.active;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Checkpoint;

/** The matcher of our own, by hand, and its transport problem against all ways of a few jobs. */
class MatchingTest {
  private static final int[] ONE_OF_EACH = {1, 1};

  private static double[][] matched(ActiveJobs jobs) {
    return new ThroughputMatching(Knowledge.AWARE).shares(jobs).alone();
  }

  private static ActiveJobs left(int[] devices, int[] types, double... steps) {
    return active(PICKY_AND_EASY, devices, types, steps, new double[types.length]);
  }

  /** First come, first served would give the fast device to the job that does not need it. */
  @Test
  void fastDevice_isForTheJobThatGainsByIt() {
    assertThat(matched(left(ONE_OF_EACH, new int[] {1, 0}, 100, 100)))
        .isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
  }

  @Test
  void ofEqualJobs_theShorterIsFirst() {
    assertThat(matched(left(new int[] {1, 0}, new int[] {0, 0, 0}, 300, 100, 200)))
        .isDeepEqualTo(new double[][] {{0, 0}, {1, 0}, {0, 0}});
  }

  /** In units of an equal share: the picky one does 1.6 on the fast device, the easy one 1. */
  @Test
  void shortJobThatDoesLittle_waitsForALongOneThatDoesMuch() {
    assertThat(matched(left(new int[] {1, 1}, new int[] {1, 0, 1}, 10, 100_000, 20)))
        .isDeepEqualTo(new double[][] {{0, 1}, {1, 0}, {0, 0}});
  }

  /** Of three devices two are for the wide job or two narrow ones; never is a job cut in parts. */
  @Test
  void wideJob_hasAllItsDevicesOrNone() {
    ThroughputMatrix matrix =
        new ThroughputMatrix(
            List.of(new JobType("wide", 2), new JobType("narrow", 1)),
            List.of("x"),
            new double[][] {{2}, {1}},
            new double[2][2][1]);
    assertThat(matched(active(matrix, new int[] {3}, 0, 0, 1)))
        .isDeepEqualTo(new double[][] {{1}, {0}, {1}});
    assertThat(matched(active(matrix, new int[] {1}, 1, 1)))
        .isDeepEqualTo(new double[][] {{1}, {0}});
  }

  @Test
  void whoFindsNoDevice_goesBesideAnotherIfSomethingIsWon() {
    ThroughputMatching sharing = new ThroughputMatching(Knowledge.SHARING);
    Shares won = sharing.shares(active(Cases.sharing(0.6), new int[] {1}, 0, 0, 0));
    assertThat(won.pairs()).hasSize(1);
    assertThat(won.pairs().getFirst().share()).containsExactly(1);
    assertThat(won.alone()).isDeepEqualTo(new double[3][1]);
    Shares lost = sharing.shares(active(Cases.sharing(0.5), new int[] {1}, 0, 0, 0));
    assertThat(lost.pairs()).isEmpty();
    assertThat(lost.alone()).isDeepEqualTo(new double[][] {{1}, {0}, {0}});
  }

  @Test
  void matcherThatKnowsNothing_isRefused() {
    assertThatThrownBy(() -> new ThroughputMatching(Knowledge.AGNOSTIC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyJobs_areMatchedAtTheLargestSum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      int jobs = 1 + random.nextInt(5);
      int[] devices = {random.nextInt(4), random.nextInt(4), 1 + random.nextInt(3)};
      int[] widths = random.ints(jobs, 1, 4).toArray();
      double[][] worth = new double[jobs][devices.length];
      for (double[] row : worth) {
        Arrays.setAll(row, type -> random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(20));
      }
      int[][] given = TransportMatching.mostWorth(worth, widths, devices, Checkpoint.NONE);
      assertThat(sum(worth, given, widths, devices))
          .isEqualTo(most(worth, widths.clone(), devices.clone(), 0, 0));
    }
  }

  private static double sum(double[][] worth, int[][] given, int[] widths, int[] devices) {
    double sum = 0;
    int[] used = new int[devices.length];
    for (int job = 0; job < worth.length; job++) {
      assertThat(Arrays.stream(given[job]).sum()).isLessThanOrEqualTo(widths[job]);
      for (int type = 0; type < devices.length; type++) {
        assertThat(given[job][type]).isNotNegative();
        assertThat(worth[job][type] > 0 || given[job][type] == 0).isTrue();
        used[type] += given[job][type];
        sum += worth[job][type] * given[job][type];
      }
    }
    for (int type = 0; type < devices.length; type++) {
      assertThat(used[type]).isLessThanOrEqualTo(devices[type]);
    }
    return sum;
  }

  /** Tries every number of devices of every type for every job. */
  private static double most(double[][] worth, int[] widths, int[] left, int job, int type) {
    if (job == worth.length) {
      return 0;
    }
    if (type == left.length) {
      return most(worth, widths, left, job + 1, 0);
    }
    double most = 0;
    int open = worth[job][type] > 0 ? Math.min(widths[job], left[type]) : 0;
    for (int taken = 0; taken <= open; taken++) {
      widths[job] -= taken;
      left[type] -= taken;
      double rest = most(worth, widths, left, job, type + 1);
      most = Math.max(most, worth[job][type] * taken + rest);
      widths[job] += taken;
      left[type] += taken;
    }
    return most;
  }
}
