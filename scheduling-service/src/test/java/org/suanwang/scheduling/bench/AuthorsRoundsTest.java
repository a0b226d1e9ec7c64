package org.suanwang.scheduling.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.rounds.ActiveJobs;
import org.suanwang.scheduling.rounds.FirstInFirstOut;
import org.suanwang.scheduling.rounds.JobType;
import org.suanwang.scheduling.rounds.Knowledge;
import org.suanwang.scheduling.rounds.RoundJob;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.Shares;
import org.suanwang.scheduling.rounds.ThroughputMatrix;

/** Rounds as Gavel's authors carry them out, worked out by hand. */
class AuthorsRoundsTest {
  /** Two of a kind do 0.75 each of what one does, on the first device; on the second a fourth. */
  private static final ThroughputMatrix MATRIX =
      new ThroughputMatrix(
          List.of(new JobType("easy", 1)),
          List.of("fast", "slow"),
          new double[][] {{4, 1}},
          new double[][][] {{{3, 0.25}}});

  /** Gives nobody anything. */
  private static final class Nothing implements SharePolicy {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public boolean servesTypesInOrder() {
      return true;
    }

    @Override
    public Shares shares(ActiveJobs jobs) {
      return new Shares(new double[jobs.size()][2]);
    }
  }

  private static double[] run(
      SharePolicy policy, boolean areShared, int[] devices, RoundJob... in) {
    List<RoundJob> jobs = new ArrayList<>(List.of(in));
    jobs.add(new RoundJob(0, 5000, 1));
    jobs.add(new RoundJob(0, 1e9, 1));
    return new AuthorsRounds(MATRIX, devices, policy, areShared, 0)
        .completionSeconds(jobs.iterator(), 0, in.length);
  }

  /** On devices that nobody has a share of a pair goes first, and its shorter job waits. */
  @Test
  void twoWithoutShares_runAsAPairAndEndTogether() {
    RoundJob shorter = new RoundJob(0, 1, 300);
    RoundJob longer = new RoundJob(0, 1, 600);
    assertThat(run(new Nothing(), true, new int[] {2, 0}, shorter, longer))
        .containsExactly(200, 200);
    assertThat(run(new Nothing(), false, new int[] {2, 0}, shorter, longer))
        .containsExactly(75, 150);
  }

  /** Chosen for the device that is left, and not run until shares are found, 1,920 s after 10. */
  @Test
  void jobThatCameSinceSharesWereFound_waitsOnAnIdleDevice() {
    double[] seconds =
        run(
            new Nothing(),
            false,
            new int[] {2, 0},
            new RoundJob(0, 10, 10_000),
            new RoundJob(0, 20, 4));
    // rounds begin at 10 + 360 k; the first that is 1,920 s after 10 at 2,170
    assertThat(seconds).containsExactly(2500, 2170 + 1 - 20);
  }

  /** When the only job that runs has ended, time goes on to the next arrival. */
  @Test
  void nobodyRuns_sharesAreFoundWithTheNextArrival() {
    double[] seconds =
        run(
            new FirstInFirstOut(Knowledge.AWARE),
            false,
            new int[] {1, 0},
            new RoundJob(0, 10, 400),
            new RoundJob(0, 20, 400));
    assertThat(seconds).containsExactly(100, 5100 - 20);
  }

  /** The third takes the place of the first, though the fourth then has the faster device. */
  @Test
  void headOfTheQueue_takesThePlaceOfWhoHasEnded() {
    InPlaceFirstInFirstOut policy = new InPlaceFirstInFirstOut();
    int[] devices = {1, 1};
    assertThat(types(policy.shares(jobs(devices, 0, 1, 2, 3)))).containsExactly(0, 1, -1, -1);
    assertThat(types(policy.shares(jobs(devices, 0, 2, 3)))).containsExactly(0, 1, -1);
    assertThat(types(policy.shares(jobs(devices, 3)))).containsExactly(0);
  }

  private static int[] types(Shares shares) {
    return Arrays.stream(shares.alone())
        .mapToInt(row -> row[0] > 0 ? 0 : row[1] > 0 ? 1 : -1)
        .toArray();
  }

  private static ActiveJobs jobs(int[] devices, int... numbers) {
    double[] ones = new double[numbers.length];
    Arrays.fill(ones, 1);
    return new ActiveJobs(
        numbers, new int[numbers.length], ones, ones, MATRIX, devices, Checkpoint.NONE);
  }

  /**
   * Whoever is alone can have its best only on the fast device: nothing is left to choose. Of two
   * that cost the same the one that stands for three has three times as much, and nearly so here.
   */
  @Test
  void equallyGoodSolutions_theMiddleIsChosen() {
    double[][] alone = new CentralMaxMinFairness(false).shares(jobs(new int[] {1, 1}, 0)).alone();
    assertThat(alone[0][0]).isCloseTo(1, within(1e-6));
    CentralProgramme programme = new CentralProgramme(new double[] {1});
    programme.add(new int[] {0}, new double[] {1}, 1, 1);
    programme.add(new int[] {0}, new double[] {1}, 1, 3);
    programme.add(new int[] {0}, new double[] {1}, 2, 1);
    double[] found = programme.leastCost();
    assertThat(found[0]).isCloseTo(0.25, within(0.01));
    assertThat(found[1]).isCloseTo(0.75, within(0.01));
    assertThat(found[2]).isCloseTo(0, within(1e-6));
  }

  /** Two jobs and one device of a type: each has half of it, or all of it beside the other. */
  @Test
  void sharing_twoOfAKindGetAllOfTheDeviceTogether() {
    Shares shares = new CentralMaxMinFairness(true).shares(jobs(new int[] {1, 0}, 0, 1));
    assertThat(shares.pairs()).hasSize(1);
    assertThat(shares.pairs().getFirst().share()[0]).isCloseTo(1, within(1e-6));
    assertThat(shares.alone()[0][0]).isCloseTo(0, within(1e-6));
  }

  /** {@code random.seed(5); random.shuffle([0, 1, 2])}, twice, in Python 3. */
  @Test
  void pythonsShuffle_isFollowed() {
    PythonDraws draws = new PythonDraws(5);
    int[] order = {0, 1, 2};
    draws.shuffle(order);
    assertThat(order).containsExactly(0, 1, 2);
    int[] again = {0, 1, 2};
    draws.shuffle(again);
    assertThat(again).containsExactly(0, 1, 2);
  }
}
