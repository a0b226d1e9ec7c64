package org.suanwang.scheduling.simulation;

import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;
import static org.suanwang.scheduling.testing.Networks.link;
import static org.suanwang.scheduling.testing.Networks.reads;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Mixed;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.Job;

/** Golden logs ({@link GoldenLogs}) of queues of tenants, and of data on its way. */
class GoldenQueueLogTest {
  /** The elastic job has borrowed two of a, which the mixed gang of the other queue takes back. */
  @Test
  void mixedGangInItsQueue_takesTasksBackFromAnElasticJob() throws IOException {
    Job elastic = gang("elastic", 4, 0, 100);
    GoldenLogs.check(
        "elastic-and-mixed-in-queues",
        QuotaRuns.run(
            Mixed.pair(),
            table(
                elastic.withTerms(elastic.terms().withTasksMin(1)).withTenant("q"),
                Mixed.gang("wide", 6, 10, 40).withTenant("r")),
            Policies.find("fifo-preempt-first-fit").orElseThrow(),
            CheckpointRule.FREE,
            QuotaRuns.queue("q", 2),
            QuotaRuns.queue("r", 6)));
  }

  /** At 10 and 20 that queue has its turn which has used less; reservations move with the turns. */
  @Test
  void conservativeBackfillingOfQueues_reservationsMoveWithTheTurns() throws IOException {
    GoldenLogs.check(
        "conservative-backfilling-of-queues",
        Runner.run(
            Fleets.single(1, 4),
            table(
                gang("a1", 3, 0, 10).withTenant("a"),
                gang("a2", 4, 1, 10).withTenant("a"),
                gang("b1", 4, 2, 10).withTenant("b"),
                gang("b2", 1, 3, 15).withTenant("b")),
            "fair-share-fifo-conservative-first-fit"));
  }

  /**
   * Two data go east over one link and share it; the third finds the first's there, and the last
   * must not leave home.
   */
  @Test
  void dataThatIsSentToHubsWithRoom_sharesALinkAndStays() throws IOException {
    Fleet fleet =
        Fleets.of(hub("east", pool("a", 1, 2)), hub("west", pool("a", 1, 2)))
            .withLinks(List.of(link("east", "west", 20, 8)));
    GoldenLogs.check(
        "data-is-sent-to-room",
        Runner.run(
            fleet,
            table(
                reads(whole("busy", 2, 0, 90), "x", "west", 1),
                reads(whole("one", 1, 0, 20), "d", "west", 10),
                reads(whole("two", 1, 0, 50), "e", "west", 20),
                reads(whole("three", 1, 40, 10), "d", "west", 10),
                reads(whole("four", 1, 41, 10), "y", "west", 5, List.of())),
            "fifo-skip-first-fit"));
  }
}
