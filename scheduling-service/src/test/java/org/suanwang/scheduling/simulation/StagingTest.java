package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;
import static org.suanwang.scheduling.testing.Networks.link;
import static org.suanwang.scheduling.testing.Networks.reads;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Small runs worked out by hand: east and west have two devices each, with 8 Gbit/s between, over
 * which 10 GB alone take 10 s.
 */
class StagingTest {
  private static final Fleet TWO =
      Fleets.of(hub("east", pool("a", 1, 2)), hub("west", pool("a", 1, 2)))
          .withLinks(List.of(link("east", "west", 20, 8)));

  private static Runner run(Fleet fleet, JobTable jobs) {
    return Runner.run(fleet, jobs, "fifo-first-fit");
  }

  private static String transfers(Runner run) {
    return String.join("\n", run.log().lines().filter(l -> l.contains(" GB from ")).toList());
  }

  @Test
  void jobStartsWhereItsDataIs_thoughAnotherHubComesFirst() {
    Runner run = run(TWO, table(reads(whole("j", 2, 0, 50), "d", "west", 10)));
    assertThat(run.log()).contains("0 STARTED j on west/a");
    assertThat(transfers(run)).isEmpty();
  }

  /** West is full for 100 s, so the data is sent to the east at once, and the job starts there. */
  @Test
  void dataIsSentToTheHubWithRoom_andTheJobStartsWhenItIsThere() {
    Runner run =
        run(
            TWO,
            table(
                reads(whole("first", 2, 0, 100), "d", "west", 10),
                reads(whole("second", 2, 5, 50), "d", "west", 10)));
    assertThat(run.log())
        .contains(
            """
            5 BLOCKED second DATA_ELSEWHERE short of 0
            5 SENT 10 GB from west to east for second
            15 ARRIVED 10 GB from west to east for second
            15 STARTED second on east/a""");
    assertThat(run.outcomes.reason(run.row("second"))).isEqualTo(WaitReason.DATA_ELSEWHERE);
  }

  /** It does not hold devices in the east meanwhile: other work starts there, and both wait. */
  @Test
  void roomThatIsTakenDuringTheTransfer_isWaitedForInBothHubs() {
    Runner run =
        run(
            TWO,
            table(
                whole("local", 2, 0, 100).withPriority(0),
                reads(whole("moved", 2, 5, 50), "d", "east", 10),
                whole("other", 2, 6, 30)));
    // strict: other stands behind moved, so it is not passed; nothing takes the room
    assertThat(run.start("moved")).isEqualTo(15);
    Runner skip =
        Runner.run(
            TWO,
            table(
                whole("local", 2, 0, 100),
                reads(whole("moved", 2, 5, 50), "d", "east", 10),
                whole("other", 2, 6, 30)),
            "fifo-skip-first-fit");
    assertThat(skip.start("other")).isEqualTo(6);
    assertThat(skip.start("moved")).isEqualTo(36);
  }

  /** While its data is under way the hub that has it comes free: it starts there at once. */
  @Test
  void jobDoesNotWaitForATransfer_ifRoomComesFreeBefore() {
    Runner run =
        run(
            TWO,
            table(
                reads(whole("first", 2, 0, 8), "d", "west", 100),
                reads(whole("second", 2, 5, 50), "d", "west", 100),
                reads(whole("third", 2, 6, 50), "d", "west", 100)));
    assertThat(run.start("second")).isEqualTo(8);
    assertThat(run.log()).contains("8 STARTED second on west/a");
    // the data goes on to the east, where the third finds it: sent at 5, 100 s
    assertThat(run.start("third")).isEqualTo(58);
    assertThat(transfers(run))
        .isEqualTo(
            """
            5 SENT 100 GB from west to east for second
            105 ARRIVED 100 GB from west to east for second""");
  }

  /** What was brought once is there for all that come later. */
  @Test
  void broughtData_isNotBroughtAgain() {
    Runner run =
        run(
            TWO,
            table(
                reads(whole("first", 2, 0, 200), "d", "west", 10),
                reads(whole("second", 2, 0, 50), "d", "west", 10),
                reads(whole("third", 2, 70, 50), "d", "west", 10)));
    assertThat(run.start("second")).isEqualTo(10);
    assertThat(run.start("third")).isEqualTo(70);
    assertThat(transfers(run).lines()).hasSize(2);
  }

  /**
   * Both leave at 0 and share: 4 Gbit/s each. The 10 GB have 80 Gbit: 20 s. The 20 GB have 80 by
   * then, and 80 more alone: 10 s.
   */
  @Test
  void twoTransfersOverOneLink_shareIt() {
    Runner run =
        run(
            TWO,
            table(
                reads(whole("busy", 2, 0, 1000), "x", "west", 1),
                reads(whole("one", 1, 0, 50), "d", "west", 10),
                reads(whole("two", 1, 0, 50), "e", "west", 20)));
    assertThat(run.start("one")).isEqualTo(20);
    assertThat(run.start("two")).isEqualTo(30);
  }

  @Test
  void dataThatMayNotLeave_isWaitedForAtHome() {
    Runner run =
        run(
            TWO,
            table(
                reads(whole("first", 2, 0, 100), "d", "west", 10, List.of()),
                reads(whole("second", 2, 5, 50), "d", "west", 10, List.of()),
                reads(whole("third", 2, 5, 50), "e", "west", 10, List.of("east"))));
    assertThat(run.start("second")).isEqualTo(100);
    assertThat(run.outcomes.reason(run.row("second"))).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(run.start("third")).isEqualTo(100);
    assertThat(run.log()).contains("5 SENT 10 GB from west to east for third");
  }

  /** Nothing is sent where no hub has room. */
  @Test
  void nothingIsSent_whereNoHubHasRoom() {
    Runner run =
        run(
            TWO,
            table(
                whole("e", 2, 0, 60),
                whole("w", 2, 0, 50),
                reads(whole("j", 2, 5, 50), "d", "east", 1)));
    assertThat(run.log()).contains("5 BLOCKED j INSUFFICIENT_DEVICES");
    // at 50 the west comes free: 1 GB takes a second
    assertThat(run.start("j")).isEqualTo(51);
  }

  /**
   * The home of the data holds one device only: the job does not join the queue before its data is
   * in a hub that could hold it, of which the first with the shortest way has none free.
   */
  @Test
  void jobThatItsDatasHubCouldNeverHold_isStagedFirst_andHoldsUpNobody() {
    Fleet three =
        Fleets.of(
                hub("home", pool("a", 1, 1)),
                hub("far", pool("a", 1, 4)),
                hub("fast", pool("a", 1, 4)))
            .withLinks(List.of(link("home", "far", 9, 8), link("fast", "home", 9, 80)));
    JobTable jobs =
        table(
            whole("far", 4, 0, 500).withPriority(0),
            whole("fast", 4, 0, 60),
            reads(whole("j", 4, 5, 50), "d", "home", 100),
            whole("small", 1, 6, 10));
    for (String discipline : List.of("", "easy-", "conservative-", "skip-", "preempt-")) {
      Runner run = Runner.run(three, jobs, "fifo-" + discipline + "first-fit");
      assertThat(transfers(run)).startsWith("5 SENT 100 GB from home to fast for j\n15 ARRIVED");
      assertThat(run.start("small")).as(discipline).isEqualTo(6);
      assertThat(run.start("j")).as(discipline).isEqualTo(60);
      assertThat(run.log()).contains("5 BLOCKED j DATA_ELSEWHERE").doesNotContain("15 BLOCKED");
      // from 15 it waits for devices
      assertThat(run.outcomes.reason(run.row("j"))).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    }
  }

  @Test
  void jobKeptAside_leavesWhenItIsCancelled() {
    Fleet two =
        Fleets.of(hub("home", pool("a", 1, 1)), hub("other", pool("a", 1, 4)))
            .withLinks(List.of(link("home", "other", 9, 8)));
    Job job = reads(whole("j", 4, 0, 50), "d", "home", 100);
    Runner run =
        run(
            two,
            table(job.withTerms(job.terms().withTimes(null, null, 40L)), whole("k", 1, 50, 9)));
    assertThat(run.log()).contains("40 WITHDRAWN j").doesNotContain("STARTED j");
    assertThat(run.outcomes.endSeconds(run.row("k"))).isEqualTo(59);
  }

  /** Only direct links are used, from the hub the data was in at first. */
  @Test
  void dataWithoutALinkToAHubThatCouldHoldTheJob_isOutOfReach() {
    Fleet chain =
        Fleets.of(hub("a", pool("a", 1, 1)), hub("b", pool("a", 1, 1)), hub("c", pool("a", 1, 4)))
            .withLinks(List.of(link("a", "b", 1, 8), link("b", "c", 1, 8)));
    Runner run =
        run(
            chain,
            table(
                reads(whole("j", 4, 0, 9), "d", "a", 1),
                reads(whole("k", 4, 0, 9), "e", "b", 1),
                reads(whole("l", 4, 0, 9), "f", "b", 1, List.of("a")),
                reads(whole("m", 1, 0, 9), "g", "nowhere", 1)));
    assertThat(run.outcomes.reason(run.row("j"))).isEqualTo(WaitReason.DATA_OUT_OF_REACH);
    assertThat(run.outcomes.reason(run.row("l"))).isEqualTo(WaitReason.DATA_OUT_OF_REACH);
    assertThat(run.outcomes.reason(run.row("m"))).isEqualTo(WaitReason.DATA_OUT_OF_REACH);
    assertThat(run.start("k")).isEqualTo(1);
  }

  @Test
  void rounds_takeNoJobsWithData() {
    JobTable jobs = table(reads(whole("j", 1, 0, 9), "d", "east", 1));
    assertThatThrownBy(() -> Runner.run(TWO, jobs, "gavel-las-rounds-first-fit"))
        .hasMessageContaining("knows nothing of data");
  }
}
