package org.suanwang.scheduling.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.rounds.Knowledge.AGNOSTIC;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds worked out by hand. */
class RoundsTest {
  /** The first type is four times as fast on the first device, the second alike on both. */
  private static final ThroughputMatrix MATRIX =
      new ThroughputMatrix(
          List.of("picky", "easy"), List.of("fast", "slow"), new double[][] {{4, 1}, {1, 1}});

  private static double[] run(SharePolicy policy, int[] devices, List<RoundJob> jobs) {
    return new RoundSimulation(MATRIX, devices, policy, 1)
        .completionSeconds(jobs.iterator(), 0, jobs.size());
  }

  /** The second comes in the first round and joins with the next, when the first is as due. */
  @Test
  void jobThatComesInARound_waitsForItsEnd() {
    List<RoundJob> jobs = List.of(new RoundJob(1, 0, 720), new RoundJob(1, 100, 90));
    assertThat(run(new MaxMinFairness(AGNOSTIC), new int[] {1, 0}, jobs)).containsExactly(720, 710);
  }

  /** Under FIFO nobody runs without a share, and shares are found again 1,920 s after the first. */
  @Test
  void jobBetweenTwoFindingsOfShares_waitsForTheSecond() {
    List<RoundJob> jobs = List.of(new RoundJob(1, 10, 90), new RoundJob(1, 200, 50));
    assertThat(run(new FirstInFirstOut(Knowledge.AWARE), new int[] {1, 0}, jobs))
        .containsExactly(90, 10 + 1920 + 50 - 200);
  }

  /** The same with shares that last 0 s, and 300 s. */
  @Test
  void sharesThatAreFoundSooner_letTheNextBeginSooner() {
    List<RoundJob> jobs = List.of(new RoundJob(1, 10, 90), new RoundJob(1, 200, 50));
    assertThat(run(0, jobs)).containsExactly(90, 50);
    assertThat(run(300, jobs)).containsExactly(90, 10 + 300 + 50 - 200);
  }

  private static double[] run(double findingSecondsMin, List<RoundJob> jobs) {
    SharePolicy fifo = new FirstInFirstOut(Knowledge.AWARE);
    return new RoundSimulation(MATRIX, new int[] {1, 0}, fifo, findingSecondsMin, 1)
        .completionSeconds(jobs.iterator(), 0, jobs.size());
  }

  /** Together each does half a step a second, until the shorter one ends in its second round. */
  @Test
  void twoThatShare_endEachInItsTime() {
    List<RoundJob> jobs = List.of(new RoundJob(0, 0, 270), new RoundJob(0, 0, 450));
    SharePolicy together =
        new SharePolicy() {
          @Override
          public String name() {
            return "together";
          }

          @Override
          public Shares shares(ActiveJobs active) {
            double[][] alone = new double[active.size()][1];
            return active.size() == 2
                ? new Shares(alone, List.of(new Shares.Pair(0, 1, new double[] {1})))
                : new Shares(alone);
          }

          @Override
          public boolean servesTypesInOrder() {
            return true;
          }
        };
    double[] seconds =
        new RoundSimulation(Cases.sharing(0.5), new int[] {1}, together, 1)
            .completionSeconds(jobs.iterator(), 0, 2);
    assertThat(seconds)
        .as("180 steps each in the first round, 90 and 180 in the second, 90 alone at full speed")
        .containsExactly(540, 810);
  }

  /** Shares are found at 0, and again 1,920 s later at the earliest. */
  @Test
  void twoOnOneDevice_takeTurns() {
    List<RoundJob> jobs = List.of(new RoundJob(1, 0, 1080), new RoundJob(1, 0, 720));
    assertThat(run(new MaxMinFairness(AGNOSTIC), new int[] {1, 0}, jobs))
        .containsExactly(1800, 1440);
  }

  /** Shares are found at 0 and 360, then not before 2,280 s. */
  @Test
  void wideJobUnderFifo_stopsTheQueueUntilItsDevicesAreFree() {
    ThroughputMatrix matrix =
        new ThroughputMatrix(
            List.of(new JobType("narrow", 1), new JobType("wide", 2)),
            List.of("only"),
            new double[][] {{1}, {1}},
            new double[2][2][1]);
    List<RoundJob> jobs =
        List.of(new RoundJob(0, 0, 360), new RoundJob(1, 0, 360), new RoundJob(0, 0, 720));
    double[] seconds =
        new RoundSimulation(matrix, new int[] {2}, new FirstInFirstOut(Knowledge.AWARE), 1)
            .completionSeconds(jobs.iterator(), 0, 3);
    assertThat(seconds).containsExactly(360, 720, 3000);
  }

  @Test
  void jobWiderThanAnyDeviceType_isRefused() {
    ThroughputMatrix matrix =
        new ThroughputMatrix(
            List.of(new JobType("wide", 3)),
            List.of("few", "impossible"),
            new double[][] {{1, 0}},
            new double[1][1][2]);
    RoundSimulation simulation =
        new RoundSimulation(matrix, new int[] {2, 9}, new FirstInFirstOut(Knowledge.AWARE), 1);
    Iterator<RoundJob> jobs = List.of(new RoundJob(0, 0, 1)).iterator();
    assertThatThrownBy(() -> simulation.completionSeconds(jobs, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("job 0");
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
    assertThatThrownBy(() -> new JobType("none", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shared(1.5)).hasMessageContaining("faster beside another");
    assertThatThrownBy(() -> shared(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static ThroughputMatrix shared(double stepsPerSecond) {
    return new ThroughputMatrix(
        List.of(new JobType("a", 1)),
        List.of("x"),
        new double[][] {{1}},
        new double[][][] {{{stepsPerSecond}}});
  }
}
