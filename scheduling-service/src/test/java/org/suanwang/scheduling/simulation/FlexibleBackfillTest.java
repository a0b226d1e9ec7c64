package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Elastic jobs and mixed gangs under EASY backfilling, with queues and without, worked out by hand.
 */
class FlexibleBackfillTest {
  private static final Fleet FOUR = Fleets.single(1, 4);
  private static final Fleet SIX = Fleets.single(1, 6);

  private static Job elastic(Job job, int atLeast) {
    return job.withTerms(job.terms().withTasksMin(atLeast));
  }

  private static Job plain(String id, int tasks, String type, long submit, long work) {
    return Jobs.job(id, tasks, TaskRequest.wholeDevices(1, type), submit, work);
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  /**
   * With two of four it is expected at 200, so the head cannot start before; 190 is early enough.
   */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "drf-fifo-easy-first-fit"})
  void runningElasticJob_isExpectedByWhatItHolds(String policy) {
    JobTable jobs =
        table(
            whole("x", 2, 0, 60),
            elastic(gang("elastic", 4, 0, 100), 2),
            whole("head", 4, 1, 10),
            whole("short", 2, 2, 130));
    Runner run = Runner.run(FOUR, jobs, policy);
    assertThat(run.start("short")).isEqualTo(60);
    assertThat(run.start("head")).isEqualTo(200);
    assertThat(end(run, "elastic")).isEqualTo(200);
  }

  /** It has done 10 by 20, and with all four the other 90 by 110. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "drf-fifo-easy-first-fit"})
  void jobThatHasGrown_isExpectedEarlier(String policy) {
    for (int seconds : new int[] {79, 80}) {
      JobTable jobs =
          table(
              whole("x", 4, 0, 20),
              elastic(gang("elastic", 4, 0, 100), 1),
              whole("head", 6, 30, 10),
              whole("short", 2, 31, seconds));
      Runner run = Runner.run(SIX, jobs, policy);
      assertThat(run.outcomes.resizes(run.row("elastic"))).isEqualTo(1);
      assertThat(run.start("head")).isEqualTo(110);
      assertThat(run.start("short")).isEqualTo(seconds == 79 ? 31 : 120);
    }
  }

  /** Two of four take twice as long: 80 seconds fit before the head at 100, 120 do not. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "drf-fifo-easy-first-fit"})
  void jobThatPassesTheHead_isExpectedByWhatItWouldHold(String policy) {
    for (int work : new int[] {40, 60}) {
      JobTable jobs =
          table(
              whole("x", 2, 0, 100),
              whole("head", 4, 0, 10),
              elastic(gang("elastic", 4, 1, work), 1));
      Runner run = Runner.run(FOUR, jobs, policy);
      assertThat(run.start("head")).isEqualTo(100);
      assertThat(run.start("elastic")).isEqualTo(work == 40 ? 1 : 110);
    }
  }

  /** Two are free, but one of them the head needs at 100; it leaves that one and runs on. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "drf-fifo-easy-first-fit"})
  void jobThatPassesTheHead_takesWhatTheHeadLeaves(String policy) {
    JobTable jobs =
        table(
            whole("x", 4, 0, 100),
            whole("head", 5, 0, 10),
            elastic(gang("elastic", 3, 1, 1000), 1));
    Runner run = Runner.run(SIX, jobs, policy);
    assertThat(run.start("elastic")).isEqualTo(1);
    assertThat(run.start("head")).isEqualTo(100);
    // With one of three it does 36 of 1000 by 110, then it grows to three.
    assertThat(end(run, "elastic")).isEqualTo(110 + 964);
  }

  /**
   * Two tasks will do, so its place is kept for 50: 60 seconds of the fifth device do not matter.
   */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "drf-fifo-easy-first-fit"})
  void headThatIsElastic_hasAPlaceForWhatItIsContentWith(String policy) {
    JobTable jobs =
        table(
            whole("x", 2, 0, 50),
            whole("y", 2, 0, 100),
            elastic(gang("head", 4, 1, 100), 2),
            whole("behind", 1, 2, 60));
    Runner run = Runner.run(Fleets.single(1, 5), jobs, policy);
    assertThat(run.start("behind")).isEqualTo(2);
    assertThat(run.start("head")).isEqualTo(50);
    // Two of four do 6 of 100 by 62, one more 28 of 94 by 100, and then it has all.
    assertThat(end(run, "head")).isEqualTo(100 + 66);
  }

  /** At 50 all of a and two of b are free: two of b may be used until then, and not longer. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "drf-fifo-easy-first-fit"})
  void mixedHead_hasAPlaceOnItsTypes(String policy) {
    for (int seconds : new int[] {49, 100}) {
      JobTable jobs =
          table(
              plain("x", 4, "a", 0, 50),
              plain("y", 2, "b", 0, 80),
              Mixed.gang("head", 6, 0, 100),
              plain("behind", 2, "b", 1, seconds));
      Runner run = Runner.run(Mixed.pair(), jobs, policy);
      assertThat(run.start("head")).isEqualTo(50);
      assertThat(end(run, "head")).isEqualTo(250);
      assertThat(run.start("behind")).isEqualTo(seconds == 49 ? 1 : 80);
      if (seconds == 100) {
        assertThat(run.outcomes.reason(run.row("behind"))).isEqualTo(WaitReason.BEHIND_RESERVATION);
      }
    }
  }

  /** On a and b it would take 2 × 40 seconds, and on a alone there is no room for it. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo-easy-first-fit", "drf-fifo-easy-first-fit"})
  void mixedGangThatPassesTheHead_isExpectedAtThePaceOfItsSlowestType(String policy) {
    for (int head : new int[] {81, 80}) {
      JobTable jobs =
          table(
              plain("x", 2, "a", 0, head),
              plain("head", 4, "a", 0, 10),
              Mixed.gang("wide", 6, 1, 40));
      Runner run = Runner.run(Mixed.pair(), jobs, policy);
      assertThat(run.start("head")).isEqualTo(head);
      assertThat(run.start("wide")).isEqualTo(head == 81 ? 1 : 90);
    }
  }
}
