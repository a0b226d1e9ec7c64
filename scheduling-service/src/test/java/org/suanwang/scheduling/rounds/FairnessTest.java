package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.rounds.Cases.ABOUT;
import static org.suanwang.scheduling.rounds.Cases.NEAR;
import static org.suanwang.scheduling.rounds.Cases.PICKY_AND_EASY;
import static org.suanwang.scheduling.rounds.Cases.active;
import static org.suanwang.scheduling.rounds.Knowledge.AGNOSTIC;
import static org.suanwang.scheduling.rounds.Knowledge.AWARE;
import static org.suanwang.scheduling.rounds.Knowledge.SHARING;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fair shares worked out by hand. */
class FairnessTest {
  private static final int[] ONE_OF_EACH = {1, 1};

  /** With equal shares the picky one does 2.5 steps a second; alone on the fast device, 4. */
  @Test
  void awareLas_givesTheFastDeviceToWhoGains() {
    double[][] shares =
        new MaxMinFairness(AWARE).shares(active(PICKY_AND_EASY, ONE_OF_EACH, 0, 1)).alone();
    assertThat(shares[0]).containsExactly(new double[] {1, 0}, NEAR);
    assertThat(shares[1]).containsExactly(new double[] {0, 1}, NEAR);
  }

  /** Three alike on one fast and one slow device. */
  @Test
  void awareLas_makesEqualsEqual() {
    double[][] shares =
        new MaxMinFairness(AWARE).shares(active(PICKY_AND_EASY, ONE_OF_EACH, 0, 0, 0)).alone();
    for (double[] share : shares) {
      assertThat(share).containsExactly(new double[] {1.0 / 3, 1.0 / 3}, NEAR);
    }
  }

  @Test
  void agnosticLas_sharesEveryDevice() {
    double[][] shares =
        new MaxMinFairness(AGNOSTIC)
            .shares(active(PICKY_AND_EASY, new int[] {1, 3}, 0, 1, 0, 1, 1))
            .alone();
    assertThat(List.of(shares))
        .allSatisfy(s -> assertThat(s).containsExactly(new double[] {0.2, 0.6}, NEAR));
  }

  /** Three devices: the narrow job has one all the time; the wide one has two of four's time. */
  @Test
  void jobsOfSeveralDevices_haveEqualTimeOfDevices() {
    ThroughputMatrix matrix =
        new ThroughputMatrix(
            List.of(new JobType("narrow", 1), new JobType("wide", 4)),
            List.of("x"),
            new double[][] {{1}, {1}},
            new double[2][2][1]);
    assertThat(EqualShares.of(active(matrix, new int[] {3}, 0, 1)))
        .isDeepEqualTo(new double[][] {{1}, {0.5}});
    assertThat(EqualShares.of(active(matrix, new int[] {9}, 0, 1)))
        .isDeepEqualTo(new double[][] {{1}, {1}});
    assertThat(EqualShares.of(active(matrix, new int[] {1}, 0, 1)))
        .isDeepEqualTo(new double[][] {{0.5}, {0.125}});
  }

  /** Together each does 0.8, in turns 0.5. */
  @Test
  void sharingLas_putsTwoTogetherThatGain() {
    Shares shares =
        new MaxMinFairness(SHARING).shares(active(Cases.sharing(0.8), new int[] {1}, 0, 0));
    assertThat(shares.pairs()).hasSize(1);
    assertThat(shares.pairs().getFirst().share()).containsExactly(new double[] {1}, NEAR);
    assertThat(shares.alone()[0]).containsExactly(new double[] {0}, NEAR);
  }

  /** Each is in two pairs of a third of the time, so that it runs for two thirds. */
  @Test
  void sharingLas_makesThreeOnOneDeviceEqual() {
    Shares shares =
        new MaxMinFairness(SHARING).shares(active(Cases.sharing(0.8), new int[] {1}, 0, 0, 0));
    double[] times = new double[3];
    for (Shares.Pair pair : shares.pairs()) {
      times[pair.first()] += pair.share()[0];
      times[pair.second()] += pair.share()[0];
    }
    assertThat(times).containsExactly(new double[] {2.0 / 3, 2.0 / 3, 2.0 / 3}, NEAR);
  }

  @Test
  void sharingFinishTimes_putTwoTogetherThatGain() {
    Shares shares =
        new FinishTimeFairness(SHARING).shares(active(Cases.sharing(0.8), new int[] {1}, 0, 0));
    assertThat(shares.pairs()).hasSize(1);
    assertThat(shares.pairs().getFirst().share()[0]).isCloseTo(1, Offset.offset(1e-2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void sharingFinishTimes_areNoWorseThanWithout(long seed) {
    RandomCase drawn = RandomCase.draw(new SplittableRandom(seed), 300);
    double aware = drawn.completions(new FinishTimeFairness(AWARE)).sum();
    double sharing = drawn.completions(new FinishTimeFairness(SHARING)).sum();
    assertThat(sharing).isLessThan(1.1 * aware);
  }

  /** Together each does 0.4, in turns 0.5. */
  @Test
  void sharingLas_keepsTwoApartThatLose() {
    Shares shares =
        new MaxMinFairness(SHARING).shares(active(Cases.sharing(0.4), new int[] {1}, 0, 0));
    assertThat(shares.pairs()).isEmpty();
    assertThat(shares.alone()[0]).containsExactly(new double[] {0.5}, NEAR);
  }

  private static double[][] finishTimes(boolean aware, double... ages) {
    ActiveJobs jobs =
        active(Cases.sharing(0), new int[] {1}, new int[2], new double[] {100, 100}, ages);
    return new FinishTimeFairness(aware ? AWARE : AGNOSTIC).shares(jobs).alone();
  }

  @Test
  void finishTimeFairness_isEqualForEqualJobs() {
    assertThat(finishTimes(true, 0, 0)[0][0]).isCloseTo(0.5, ABOUT);
    assertThat(finishTimes(false, 0, 0)[1][0]).isCloseTo(0.5, ABOUT);
  }

  /**
   * Both would take 200 s with half of the device. One has waited for 100 s: 100 + 100/(1−x) is
   * 100/x where x² − 3x + 1 is 0.
   */
  @Test
  void jobThatHasWaited_catchesUp() {
    double younger = (3 - Math.sqrt(5)) / 2;
    for (boolean aware : new boolean[] {true, false}) {
      double[][] shares = finishTimes(aware, 100, 0);
      assertThat(shares[0][0]).isCloseTo(1 - younger, ABOUT);
      assertThat(shares[1][0]).isCloseTo(younger, ABOUT);
    }
  }

  /** 50 of 100 steps done in 100 s with half of the device: as if nothing had happened. */
  @Test
  void jobThatHadItsHalf_hasNothingToCatchUp() {
    FinishTimeFairness policy = new FinishTimeFairness(AWARE);
    int[] one = {1};
    policy.shares(
        active(Cases.sharing(0), one, new int[2], new double[] {100, 100}, new double[2]));
    double[][] shares =
        policy
            .shares(
                active(
                    Cases.sharing(0),
                    one,
                    new int[2],
                    new double[] {50, 50},
                    new double[] {100, 100}))
            .alone();
    assertThat(shares[0][0]).isCloseTo(0.5, ABOUT);
  }

  /**
   * Alone with equal shares the picky one takes 400 s and the easy one 1,000; then 250 and 1,000.
   */
  @Test
  void awareFinishTimeFairness_givesTheFastDeviceToWhoGains() {
    double[][] shares =
        new FinishTimeFairness(AWARE).shares(active(PICKY_AND_EASY, ONE_OF_EACH, 0, 1)).alone();
    assertThat(shares[0]).containsExactly(new double[] {1, 0}, ABOUT);
    assertThat(shares[1][0] + shares[1][1]).isCloseTo(1, ABOUT);
    assertThat(
            new FinishTimeFairness(AGNOSTIC)
                .shares(active(PICKY_AND_EASY, ONE_OF_EACH, 0, 1))
                .alone())
        .as("who does not know shares all")
        .isDeepEqualTo(new double[][] {{0.5, 0.5}, {0.5, 0.5}});
  }
}
