package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.share;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.bound.BoundFinder;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Schedules small enough to be worked out by hand. */
class BackfillTest {
  private static final Fleet FOUR = Fleets.single(4, 1);

  /**
   * Four devices. a takes three until 10. b wants all four and waits for it, c ends before that and
   * d, behind c, would not.
   */
  private static final JobTable PASSING =
      table(gang("a", 3, 0, 10), gang("b", 4, 1, 10), gang("c", 1, 2, 8), gang("d", 1, 3, 8));

  private static long[] starts(String policy, JobTable jobs) {
    Runner run = Runner.run(FOUR, jobs, policy + "-first-fit");
    return IntStream.range(0, jobs.size()).mapToLong(run.outcomes::startSeconds).toArray();
  }

  @Test
  void jobThatEndsInTime_passesTheHead() {
    assertThat(starts("fifo", PASSING)).containsExactly(0, 10, 20, 20);
    assertThat(starts("fifo-easy", PASSING)).containsExactly(0, 10, 2, 20);
    assertThat(starts("fifo-conservative", PASSING)).containsExactly(0, 10, 2, 20);
    assertThat(starts("fifo-skip", PASSING)).containsExactly(0, 10, 2, 20);
  }

  /** c fits beside a, but would hold its device until 22, when b was to have had all at 10. */
  @Test
  void jobThatEndsTooLate_passesOnlyWhereNothingIsReserved() {
    JobTable jobs = table(gang("a", 3, 0, 10), gang("b", 4, 1, 10), gang("c", 1, 2, 20));
    assertThat(starts("fifo-skip", jobs)).containsExactly(0, 22, 2);
    assertThat(starts("fifo-easy", jobs)).containsExactly(0, 10, 20);
    assertThat(starts("fifo-conservative", jobs)).containsExactly(0, 10, 20);
  }

  /**
   * The head b starts at 10 on three devices; c needs two of the four until 30 and is first behind
   * it: by its own reservation it starts at 20. d fits beside b for long, and delays c only.
   */
  @Test
  void jobThatDelaysTheSecondInLine_passesUnderEasyOnly() {
    JobTable jobs =
        table(gang("a", 3, 0, 10), gang("b", 3, 1, 10), gang("c", 2, 2, 10), gang("d", 1, 3, 100));
    assertThat(starts("fifo-easy", jobs)).containsExactly(0, 10, 20, 3);
    JobTable wide =
        table(gang("a", 3, 0, 10), gang("b", 3, 1, 10), gang("c", 4, 2, 10), gang("d", 1, 3, 100));
    assertThat(starts("fifo-easy", wide)).containsExactly(0, 10, 103, 3);
    assertThat(starts("fifo-conservative", wide)).containsExactly(0, 10, 20, 30);
  }

  @Test
  void jobThatEndsEarly_movesReservationsForward() {
    JobTable jobs =
        JobTable.of(
            List.of(
                gang("a", 4, 0, 10).withEstimate(100L),
                gang("b", 4, 1, 10).withEstimate(20L),
                gang("c", 4, 2, 10)));
    assertThat(starts("fifo-conservative", jobs)).containsExactly(0, 10, 20);
    assertThat(starts("fifo-easy", jobs)).containsExactly(0, 10, 20);
  }

  @Test
  void jobBeyondItsEstimate_isKilledOrRunsOn() {
    JobTable jobs =
        JobTable.of(List.of(gang("a", 4, 0, 50).withEstimate(10L), gang("b", 4, 1, 10)));
    Runner on = Runner.run(FOUR, jobs, "fifo-easy-first-fit", EstimateRule.RUN_ON);
    assertThat(on.start("b")).isEqualTo(50);
    Runner killed = Runner.run(FOUR, jobs, "fifo-easy-first-fit", EstimateRule.KILL);
    assertThat(killed.start("b")).isEqualTo(10);
    assertThat(killed.outcomes.state(0)).isEqualTo(JobState.KILLED);
    assertThat(killed.log()).contains("10 KILLED a");
    RunMetrics metrics = RunMetrics.of(killed.outcomes, killed.end, 20, 1);
    assertThat(metrics.jobsKilled()).isEqualTo(1);
    assertThat(metrics.jobsCompleted()).isEqualTo(1);
    assertThat(killed.jobsUnfinished()).isZero();
    assertThat(metrics.makespanSeconds()).isEqualTo(20);
    Bounds bounds = new BoundFinder(killed.input, Checkpoint.NONE).find();
    assertThat(bounds.makespanSecondsMin()).isEqualTo(20);
    assertThat(bounds.completionSecondsMeanMin()).isEqualTo(10.0);
    assertThat(bounds.allocationMax()).isEqualTo(1.0);
  }

  @Test
  void jobsBehindAReservation_areToldSo() {
    Runner run = Runner.run(FOUR, PASSING, "fifo-easy-first-fit");
    assertThat(run.outcomes.reason(run.row("d"))).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    JobTable roomy =
        table(gang("a", 2, 0, 10), gang("b", 4, 1, 10), gang("c", 1, 2, 8), gang("d", 1, 3, 8));
    for (String policy : List.of("fifo-easy-first-fit", "fifo-conservative-first-fit")) {
      Runner other = Runner.run(FOUR, roomy, policy);
      assertThat(other.outcomes.reason(other.row("d"))).isEqualTo(WaitReason.BEHIND_RESERVATION);
      assertThat(other.log()).contains("3 BLOCKED d BEHIND_RESERVATION short of 0");
    }
  }

  /** The pair needs both devices of one node: only the node, not the count, is in the way. */
  @Test
  void headThatNeedsDevicesTogether_isNotDelayedByNodes() {
    Fleet fleet = Fleets.single(2, 2);
    JobTable jobs =
        table(
            whole("left", 1, 0, 20),
            whole("filler", 1, 0, 5),
            whole("right", 1, 0, 10),
            whole("pair", 2, 6, 10),
            whole("long", 1, 7, 100),
            whole("short", 1, 8, 3));
    Runner run = Runner.run(fleet, jobs, "fifo-easy-first-fit");
    assertThat(run.start("pair")).as("right ends and leaves its node").isEqualTo(10);
    assertThat(run.start("long")).as("beside left").isEqualTo(7);
  }

  @Test
  void sharesAndTwoHubs_headTakesTheFirstHubThatComesFree() {
    Fleet fleet =
        Fleets.of(
            Fleets.hub("north", Fleets.pool("a", 1, 2)),
            Fleets.hub("south", Fleets.pool("a", 1, 2)));
    TaskRequest two = TaskRequest.wholeDevices(2, "a");
    JobTable jobs =
        table(
            new Job("n", "test", "north", true, 1, two, 0, 30),
            share("s", 600, 0, 10),
            new Job("head", "test", "north", false, 1, two, 1, 10),
            share("long", 300, 2, 100),
            share("short", 300, 3, 7));
    Runner run = Runner.run(fleet, jobs, "fifo-easy-best-fit");
    assertThat(run.start("head")).isEqualTo(10);
    assertThat(run.start("short")).isEqualTo(3);
    assertThat(run.start("long")).as("the south is the head's until it ends").isEqualTo(20);
  }

  /** Four thin nodes have devices enough for the pair, but never on one node. */
  @Test
  void pair_hasNoReservationWhereNoNodeEverTakesIt() {
    Fleet fleet =
        Fleets.of(
            Fleets.hub("thin", Fleets.pool("a", 4, 1)),
            Fleets.hub("thick", Fleets.pool("a", 1, 2)));
    TaskRequest one = TaskRequest.wholeDevices(1, "a");
    JobTable jobs =
        table(
            whole("runs", 2, 0, 100),
            whole("pair", 2, 1, 50),
            new Job("long", "test", "thick", true, 1, one, 2, 1000));
    Runner run = Runner.run(fleet, jobs, "fifo-conservative-first-fit");
    assertThat(run.start("pair")).isEqualTo(100);
    assertThat(run.start("long")).isEqualTo(150);
  }

  @Test
  void largestSmallestAndPriority_goByWhatTheyAreCalled() {
    List<Job> jobs =
        List.of(
            gang("a", 4, 0, 10),
            gang("small", 1, 1, 10),
            gang("large", 4, 2, 10),
            gang("urgent", 3, 3, 10).withPriority(7));
    JobTable table = JobTable.of(jobs);
    assertThat(starts("largest-first", table)).containsExactly(0, 20, 10, 20);
    assertThat(starts("smallest-first", table)).containsExactly(0, 10, 20, 10);
    assertThat(starts("priority", table)).containsExactly(0, 10, 20, 10);
    assertThat(starts("priority-easy", table)).containsExactly(0, 10, 20, 10);
  }

  @Test
  void depth_limitsHowFarTheQueueIsLookedAt() {
    JobTable jobs =
        table(gang("a", 3, 0, 10), gang("b", 4, 1, 10), gang("c", 2, 1, 5), gang("d", 1, 2, 5));
    for (String discipline : List.of("skip", "easy", "conservative")) {
      var policy = Policies.find("none", "fifo", discipline, "first-fit").orElseThrow();
      Runner whole = Runner.run(FOUR, jobs, policy.name());
      assertThat(whole.start("d")).as(discipline).isEqualTo(2);
      int one = discipline.equals("conservative") ? 2 : 1;
      Runner near =
          Runner.run(
              new SimulationInput(
                  whole.input.layout(),
                  jobs,
                  policy.withDepth(one),
                  whole.input.limits(),
                  EstimateRule.RUN_ON));
      assertThat(near.start("d")).as(discipline).isGreaterThan(2);
    }
  }

  /**
   * Until the first job waits at the head, EASY does what the strict discipline does; and if all
   * estimates are true, that job then starts when it would have: whatever shares, hubs, CPU and
   * memory those have who passed it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"first-fit", "best-fit", "worst-fit"})
  void firstHeadThatWaits_isNotDelayedOnAnyFleet(String score) {
    int waited = 0;
    for (int seed = 0; seed < 400; seed++) {
      RandomInput draw = new RandomInput(seed);
      Fleet fleet = draw.drawFleet();
      JobTable jobs = draw.drawJobs(60);
      Runner strict = Runner.run(fleet, jobs, "fifo-" + score);
      Optional<String> head = strict.log().lines().filter(l -> l.contains(" BLOCKED ")).findFirst();
      if (head.isPresent()) {
        String id = head.get().split(" ", 4)[2];
        Runner easy = Runner.run(fleet, jobs, "fifo-easy-" + score);
        assertThat(easy.start(id)).as("seed %d, %s", seed, id).isEqualTo(strict.start(id));
        waited++;
      }
    }
    assertThat(waited).isGreaterThan(200);
  }
}
