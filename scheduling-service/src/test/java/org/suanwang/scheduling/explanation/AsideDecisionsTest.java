package org.suanwang.scheduling.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;
import static org.suanwang.scheduling.testing.Networks.link;
import static org.suanwang.scheduling.testing.Networks.reads;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Jobs kept aside until their data has come, worked out by hand. Home has one device and the data;
 * the far hub has four, two of them taken by {@code busy} to 30; 10 GB take 10 s.
 */
class AsideDecisionsTest {
  private static final Fleet FLEET =
      Fleets.of(hub("home", pool("a", 1, 1)), hub("far", pool("a", 1, 4)))
          .withLinks(List.of(link("home", "far", 9, 8)));
  private static final Job BUSY = reads(whole("busy", 2, 0, 30), "e", "far", 1);
  private static final Job MOVED = reads(gang("moved", 4, 1, 10), "d", "home", 10);

  private static List<ExplainedDecision> decisions(JobTable jobs, int job) {
    return Explained.decisions(FLEET, jobs, "fifo-first-fit", job);
  }

  private static List<String> waits(JobTable jobs) {
    Runner run = Runner.run(FLEET, jobs, "fifo-first-fit");
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1);
    return metrics.waitReasons().stream()
        .map(w -> w.reason() + " " + w.jobs() + " " + w.seconds())
        .toList();
  }

  @Test
  void jobKeptAside_isAheadOfNobody() {
    JobTable jobs = table(BUSY, MOVED, whole("small", 1, 2, 50), whole("next", 1, 12, 1));
    ExplainedDecision small = decisions(jobs, 2).getFirst();
    assertThat(small.timeSeconds()).isEqualTo(2);
    assertThat(Explained.startOf(small).hub()).isEqualTo("home");
    assertThat(small.queue()).isEqualTo(new ExplainedDecision.Queue(0, List.of(), 0));
    // at 12 its data has come
    ExplainedDecision next = decisions(jobs, 3).getFirst();
    assertThat(next.queue()).isEqualTo(new ExplainedDecision.Queue(1, List.of(1), 0));
  }

  @Test
  void jobKeptAside_isToldTwiceWhyItWaits() {
    List<ExplainedDecision> told = decisions(table(BUSY, MOVED), 1);
    assertThat(told).hasSize(3);
    assertThat(told.get(0).timeSeconds()).isEqualTo(1);
    assertThat(told.get(0).sequence()).isNotNull();
    assertThat(Explained.waitOf(told.get(0)).reason()).isEqualTo(WaitReason.DATA_ELSEWHERE);
    ExplainedDecision second = told.get(1);
    assertThat(second.timeSeconds()).isEqualTo(11);
    assertThat(second.sequence()).isNull();
    ExplainedDecision.Wait wait = Explained.waitOf(second);
    assertThat(wait.since()).isEqualTo(EventKind.SUBMITTED);
    assertThat(wait.reason()).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(wait.hub()).isEqualTo("far");
    assertThat(wait.shortTasks()).isEqualTo(2);
    assertThat(wait.holders()).extracting(ExplainedDecision.Holder::job).containsExactly(0);
    assertThat(told.get(2).timeSeconds()).isEqualTo(30);
    assertThat(Explained.startOf(told.get(2)).hub()).isEqualTo("far");
  }

  /** 10 s for the data, and 19 for busy. */
  @Test
  void waitAfterTheDataHasCome_countsForItsOwnReason() {
    assertThat(waits(table(BUSY, MOVED)))
        .containsExactlyInAnyOrder("DATA_ELSEWHERE 1 10", "INSUFFICIENT_DEVICES 1 19");
  }

  /**
   * {@code first} is the head from 0 and starts at 30, for 20 s: from 11 to 30 {@code moved} is
   * behind it, from 30 to 50 at the head itself.
   */
  @Test
  void waitBehindTheHead_isToldFromThatForTheData() {
    JobTable jobs = table(BUSY, whole("first", 4, 0, 20), MOVED);
    assertThat(waits(jobs))
        .containsExactlyInAnyOrder(
            "DATA_ELSEWHERE 1 10", "WAITING_BEHIND_HEAD 1 19", "INSUFFICIENT_DEVICES 2 50");
    assertThat(decisions(jobs, 2))
        .filteredOn(d -> d.waiting() != null)
        .extracting(d -> d.timeSeconds() + " " + Explained.waitOf(d).reason())
        .containsExactly("1 DATA_ELSEWHERE", "11 WAITING_BEHIND_HEAD", "30 INSUFFICIENT_DEVICES");
  }

  /** It is cancelled at 5, before its data has come: all it waited for is that. */
  @Test
  void jobThatLeavesWhileItIsKeptAside_waitedForItsData() {
    Job cancelled = MOVED.withTerms(MOVED.terms().withTimes(null, null, 4L));
    assertThat(waits(table(BUSY, cancelled))).containsExactly("DATA_ELSEWHERE 1 4");
  }
}
