package org.suanwang.scheduling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.JobState;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Which jobs moved between two runs, and why. */
class RunDiffTest {
  private static final Fleet FOUR = Fleets.single(1, 4);
  private static final JobTable QUEUE =
      Jobs.table(
          Jobs.whole("runs", 3, 0, 100),
          Jobs.whole("large", 4, 1, 10),
          Jobs.whole("small", 1, 2, 10),
          Jobs.whole("long", 1, 3, 500));

  private static RunDiff diff(Fleet fleet, JobTable jobs, String base, String other) {
    return new RunDiff(Compared.side(fleet, jobs, base), Compared.side(fleet, jobs, other));
  }

  @Test
  void sameRun_movesNobody() {
    RunDiff diff = diff(FOUR, QUEUE, "fifo-first-fit", "fifo-first-fit");
    assertThat(diff.moved()).isZero();
    assertThat(diff.counts()).isEmpty();
    assertThat(diff.page(null, 0, 10)).isEmpty();
  }

  /** It passes the head, spread over both types; behind it, it starts at 300 on one. */
  @Test
  void mixedGang_isToldWithAllItsTypes() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("on-a", 1, 0, 30),
            Jobs.job("on-b", 1, TaskRequest.wholeDevices(1, "b"), 0, 300),
            Jobs.job("head", 4, TaskRequest.wholeDevices(1, "b"), 1, 10),
            Mixed.gang("gang", 4, 2, 100));
    RunDiff diff = diff(Mixed.pair(), jobs, "fifo-skip-first-fit", "fifo-first-fit");
    RunDiff.Move gang = Compared.move(diff, "gang");
    assertThat(gang.base().deviceType()).isEqualTo("a+b");
    assertThat(gang.base().startSeconds()).isEqualTo(2);
    assertThat(gang.other().deviceType()).isEqualTo("a");
    assertThat(gang.other().startSeconds()).isEqualTo(300);
    SimulationInput passing =
        Compared.input(Mixed.pair(), jobs, "fifo-skip-first-fit", EstimateRule.RUN_ON);
    SimulationInput behind =
        Compared.input(Mixed.pair(), jobs, "fifo-first-fit", EstimateRule.RUN_ON);
    assertThat(Compared.log(passing, 1).firstDifference(Compared.log(passing, 1)))
        .isEqualTo(LogBlocks.NOWHERE);
    assertThat(Compared.log(passing, 1).firstDifference(Compared.log(behind, 1))).isEqualTo(7);
  }

  @Test
  void backfilledJob_isEarlierBecauseItPassed() {
    RunDiff diff = diff(FOUR, QUEUE, "fifo-first-fit", "fifo-easy-first-fit");
    RunDiff.Move small = Compared.move(diff, "small");
    assertThat(small.cause()).isEqualTo(MoveCause.BACKFILLED);
    assertThat(small.base().startSeconds()).isEqualTo(110);
    assertThat(small.other().startSeconds()).isEqualTo(2);
    assertThat(small.seconds()).isEqualTo(108);
    assertThat(small.other().hasPassed()).isTrue();
    assertThat(diff.moved()).isEqualTo(1);
    assertThat(diff.counts())
        .containsExactly(
            java.util.Map.entry(MoveCause.BACKFILLED, new RunDiff.CauseCount(1, 1, 0, 108)));
  }

  @Test
  void jobThatOthersPass_isLaterBecauseOfThem() {
    RunDiff diff = diff(FOUR, QUEUE, "fifo-first-fit", "fifo-skip-first-fit");
    RunDiff.Move large = Compared.move(diff, "large");
    assertThat(large.cause()).isEqualTo(MoveCause.PASSED);
    assertThat(large.base().passedBy()).isZero();
    assertThat(large.other().passedBy()).isEqualTo(2);
    assertThat(large.base().startSeconds()).isEqualTo(100);
    assertThat(large.other().startSeconds()).isEqualTo(512);
    // The largest move first; the two that passed come after it or before, by their seconds.
    List<Long> seconds = diff.page(null, 0, 10).stream().map(RunDiff.Move::seconds).toList();
    assertThat(seconds).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(diff.count(MoveCause.PASSED)).isEqualTo(1);
    assertThat(diff.count(MoveCause.FAILED)).isZero();
    assertThat(diff.page(MoveCause.PASSED, 0, 10)).hasSize(1);
    assertThat(diff.page(MoveCause.PASSED, 1, 10)).isEmpty();
  }

  @Test
  void jobThatGaveWay_isPreempted() {
    JobTable jobs =
        Jobs.table(Jobs.whole("low", 4, 0, 100), Jobs.whole("high", 4, 10, 20).withPriority(5));
    RunDiff diff = diff(FOUR, jobs, "priority-first-fit", "priority-preempt-first-fit");
    RunDiff.Move low = Compared.move(diff, "low");
    assertThat(low.cause()).isEqualTo(MoveCause.PREEMPTED);
    assertThat(low.other().preemptions()).isEqualTo(1);
    assertThat(low.base().startSeconds()).isEqualTo(low.other().startSeconds());
    RunDiff.Move high = Compared.move(diff, "high");
    assertThat(high.cause()).isEqualTo(MoveCause.OTHER_WAIT_REASON);
    assertThat(high.base().reason()).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(high.other().reason()).isNull();
  }

  @Test
  void fasterDeviceType_isTheCauseWhateverElseMoved() {
    TaskRequest any = new TaskRequest(1, 0, 0, 0, List.of("a", "b"), "a");
    JobTable jobs = Jobs.table(Jobs.job("j", 1, any, 0, 100));
    Fleet slow = Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 1)));
    Fleet fast =
        new Fleet(
            "fast",
            List.of(Fleets.hub("h", Fleets.pool("b", 1, 1))),
            List.of(
                new DeviceType("a", 100.0, 300.0, DeviceType.Source.REQUEST),
                new DeviceType("b", 200.0, 300.0, DeviceType.Source.REQUEST)),
            null);
    RunDiff diff =
        new RunDiff(
            Compared.side(slow, jobs, "fifo-first-fit"),
            Compared.side(fast, jobs, "fifo-first-fit"));
    RunDiff.Move move = Compared.move(diff, "j");
    assertThat(move.cause()).isEqualTo(MoveCause.OTHER_DEVICE_TYPE);
    assertThat(move.other().deviceType()).isEqualTo("b");
  }

  @Test
  void otherHubAtTheSameTime_isAMoveOfNoSeconds() {
    JobTable jobs = Jobs.table(Jobs.whole("j", 1, 0, 100));
    RunDiff diff =
        new RunDiff(
            Compared.side(
                Fleets.of(Fleets.hub("g", Fleets.pool("a", 1, 1))), jobs, "fifo-first-fit"),
            Compared.side(Fleets.single(1, 1), jobs, "fifo-first-fit"));
    RunDiff.Move move = Compared.move(diff, "j");
    assertThat(move.cause()).isEqualTo(MoveCause.OTHER_HUB);
    assertThat(move.seconds()).isZero();
    assertThat(diff.counts().get(MoveCause.OTHER_HUB))
        .isEqualTo(new RunDiff.CauseCount(1, 0, 0, 0));
  }

  @Test
  void jobTooLargeForOneFleet_isRefusedThere() {
    JobTable jobs = Jobs.table(Jobs.whole("j", 4, 0, 100), Jobs.whole("k", 1, 0, 10));
    RunDiff diff =
        new RunDiff(
            Compared.side(FOUR, jobs, "fifo-first-fit"),
            Compared.side(Fleets.single(1, 2), jobs, "fifo-first-fit"));
    RunDiff.Move move = Compared.move(diff, "j");
    assertThat(move.cause()).isEqualTo(MoveCause.REFUSED);
    assertThat(move.other().state()).isEqualTo(JobState.REJECTED);
    assertThat(move.other().waitSeconds()).isNull();
    assertThat(move.other().hub()).isNull();
    // k waited for j and then ran where j never did.
    assertThat(Compared.move(diff, "k").cause()).isEqualTo(MoveCause.OTHER_WAIT_REASON);
  }

  @Test
  void jobCutOffAtItsEstimate_isKilled() {
    JobTable jobs = Jobs.table(Jobs.whole("j", 4, 0, 100).withEstimate(50L));
    RunDiff diff =
        new RunDiff(
            Compared.side(Compared.input(FOUR, jobs, "fifo-first-fit", EstimateRule.RUN_ON)),
            Compared.side(Compared.input(FOUR, jobs, "fifo-first-fit", EstimateRule.KILL)));
    assertThat(Compared.move(diff, "j").cause()).isEqualTo(MoveCause.KILLED);
    assertThat(Compared.move(diff, "j").seconds()).isEqualTo(50);
  }

  @Test
  void runsThatAgreeUntilTheHorizon_differByTheWindowOnly() {
    SimulationInput whole = Compared.input(FOUR, QUEUE, "fifo-first-fit", EstimateRule.RUN_ON);
    SimulationInput cut =
        new SimulationInput(
            whole.layout(),
            QUEUE,
            whole.policy(),
            new SimulationLimits(50, SimulationLimits.EVENTS_MAX),
            EstimateRule.RUN_ON);
    RunDiff diff = new RunDiff(Compared.side(whole), Compared.side(cut));
    assertThat(diff.moved()).isEqualTo(4);
    assertThat(diff.count(MoveCause.OTHER_WINDOW)).isEqualTo(4);
    assertThat(Compared.move(diff, "large").other().waitSeconds()).isEqualTo(49);
  }

  @Test
  void laterJobsOfAQueue_moveWithIt() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("a", 4, 0, 100), Jobs.whole("b", 4, 1, 10), Jobs.whole("c", 4, 2, 10));
    RunDiff diff = diff(FOUR, jobs, "fifo-first-fit", "sjf-first-fit");
    assertThat(diff.moved()).isZero();
    JobTable shorter =
        Jobs.table(
            Jobs.whole("a", 4, 0, 100), Jobs.whole("b", 4, 1, 30), Jobs.whole("c", 4, 2, 10));
    RunDiff other = diff(FOUR, shorter, "fifo-first-fit", "sjf-first-fit");
    assertThat(Compared.move(other, "b").cause()).isEqualTo(MoveCause.QUEUE);
  }

  /** Pages of any length give every move once, in one order; causes add up. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void pages_giveEveryMoveOnce(int seed) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(100));
    RunDiff diff = diff(fleet, jobs, "fifo-first-fit", "las-preempt-first-fit");
    List<RunDiff.Move> all = diff.page(null, 0, Integer.MAX_VALUE);
    List<RunDiff.Move> paged = new ArrayList<>();
    for (int from = 0; from < diff.moved(); from += 7) {
      paged.addAll(diff.page(null, from, 7));
    }
    assertThat(paged).isEqualTo(all);
    assertThat(all.stream().map(RunDiff.Move::job).distinct()).hasSize(diff.moved());
    int sum = 0;
    for (MoveCause cause : MoveCause.values()) {
      assertThat(diff.page(cause, 0, Integer.MAX_VALUE)).hasSize(diff.count(cause));
      sum += diff.count(cause);
    }
    assertThat(sum).isEqualTo(diff.moved());
    // The other way round the same jobs moved as far, for the same causes.
    RunDiff back = diff(fleet, jobs, "las-preempt-first-fit", "fifo-first-fit");
    List<RunDiff.Move> reversed = back.page(null, 0, Integer.MAX_VALUE);
    assertThat(reversed.stream().map(RunDiff.Move::job).toList())
        .isEqualTo(all.stream().map(RunDiff.Move::job).toList());
    assertThat(reversed.stream().map(RunDiff.Move::cause).toList())
        .isEqualTo(all.stream().map(RunDiff.Move::cause).toList());
  }

  @Test
  void jobsThatDiffer_areToldByTheFirst() {
    JobTable base = Jobs.table(Jobs.whole("a", 1, 0, 10), Jobs.whole("b", 1, 1, 10));
    assertThat(SameJobs.findDifference(base, base)).isEmpty();
    assertThat(SameJobs.findDifference(base, Jobs.table(Jobs.whole("a", 1, 0, 10))))
        .contains("2 jobs against 1");
    assertThat(
            SameJobs.findDifference(
                base, Jobs.table(Jobs.whole("a", 1, 0, 10), Jobs.whole("b", 2, 1, 10))))
        .hasValueSatisfying(d -> assertThat(d).endsWith("job b: it asks for other devices"));
    assertThat(
            SameJobs.findDifference(
                base, Jobs.table(Jobs.whole("a", 1, 0, 10), Jobs.whole("b", 1, 2, 10))))
        .hasValueSatisfying(d -> assertThat(d).endsWith("submitted at second 1 against 2"));
    assertThat(
            SameJobs.findDifference(
                base, Jobs.table(Jobs.whole("a", 1, 0, 11), Jobs.whole("b", 1, 1, 10))))
        .hasValueSatisfying(d -> assertThat(d).endsWith("10 s of work against 11"));
  }
}
