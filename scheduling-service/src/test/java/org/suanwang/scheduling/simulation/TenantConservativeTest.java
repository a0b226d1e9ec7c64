package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.simulation.QuotaRuns.forTenant;
import static org.suanwang.scheduling.simulation.QuotaRuns.queue;
import static org.suanwang.scheduling.simulation.QuotaRuns.run;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.job;
import static org.suanwang.scheduling.testing.Jobs.table;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Conservative backfilling of tenants' queues on four devices, worked out by hand. */
class TenantConservativeTest {
  private static final String FIFO = "fifo-conservative-first-fit";

  /** The first borrows one of prod's; the pair, barred by that, does not hold up the single. */
  @Test
  void whoHasNoQuota_holdsUpNobody() {
    JobTable jobs =
        table(
            forTenant("research", gang("wide", 3, 0, 10)),
            forTenant("prod", gang("pair", 2, 1, 10)),
            forTenant("prod", gang("single", 1, 2, 100)));
    Runner run = run(jobs, FIFO, queue("research", 2), queue("prod", 2));
    assertThat(run.outcomes.reason(1)).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
    assertThat(run.start("single")).isEqualTo(2);
    assertThat(run.start("pair")).isEqualTo(10);
  }

  /** The pair is to start at 20; the short one would be over by 7, and must leave it its quota. */
  @Test
  void promisedQuota_isLeftAlsoByShortJobs() {
    JobTable jobs =
        table(
            forTenant("prod", gang("runs", 3, 0, 20)),
            forTenant("research", gang("pair", 2, 1, 10)),
            forTenant("research", gang("short", 1, 2, 5)),
            forTenant("prod", gang("other", 1, 3, 5)));
    Runner run = run(jobs, FIFO, queue("research", 2, 0.0, null), queue("prod", 4));
    assertThat(run.outcomes.reason(2)).isEqualTo(WaitReason.BEHIND_RESERVATION);
    assertThat(run.start("other")).isEqualTo(3);
    assertThat(run.start("pair")).isEqualTo(20);
    assertThat(run.start("short")).isEqualTo(30);
    Runner more = run(jobs, FIFO, queue("research", 3, 0.0, null), queue("prod", 4));
    assertThat(more.start("short")).isEqualTo(2);
  }

  /**
   * At 2 its queue has used nothing, so what the first queue's wide gang was to have at 10 goes to
   * the other's; at 20 that one has used more.
   */
  @Test
  void turns_moveReservations() {
    JobTable jobs =
        table(
            forTenant("a", gang("a1", 3, 0, 10)),
            forTenant("a", gang("a2", 4, 1, 10)),
            forTenant("b", gang("b1", 4, 2, 10)),
            forTenant("b", gang("b2", 1, 3, 15)));
    Runner run = run(jobs, "fair-share-" + FIFO);
    assertThat(run.outcomes.reason(3)).isEqualTo(WaitReason.BEHIND_RESERVATION);
    assertThat(run.start("b1")).isEqualTo(10);
    assertThat(run.start("a2")).isEqualTo(20);
    assertThat(run.start("b2")).isEqualTo(30);
  }

  /** Type a is free at 5 but for its quota, type b at 50 only. */
  @Test
  void reservation_isWhereTheQuotaIsOpen() {
    Fleet fleet = Fleets.of(Fleets.hub("h", Fleets.pool("a", 1, 2), Fleets.pool("b", 1, 1)));
    TaskRequest any = new TaskRequest(1, 0, 0, 0, List.of(), null);
    TaskRequest onB = TaskRequest.wholeDevices(1, "b");
    TaskRequest onA = TaskRequest.wholeDevices(1, "a");
    JobTable jobs =
        table(
            forTenant("r", job("holds", 1, onA, 0, 100)),
            forTenant("s", job("other", 1, onB, 0, 50)),
            forTenant("r", job("any", 1, any, 1, 10)),
            forTenant("s", job("long", 1, onB, 2, 20)));
    QueueSetting little = new QueueSetting("r", 1, List.of(new QueueQuota("a", 1000, 0L, null)));
    SchedulingPolicy policy = Policies.find(FIFO).orElseThrow();
    Runner run = run(fleet, jobs, policy, CheckpointRule.FREE, little, queue("s", 9));
    assertThat(run.outcomes.reason(2)).isEqualTo(WaitReason.QUOTA_EXHAUSTED);
    assertThat(run.start("any")).isEqualTo(50);
    assertThat(run.start("long")).isEqualTo(60);
  }

  /** The second is not looked at while the first waits, though it would delay nobody. */
  @Test
  void depth_countsThoseThatCannotStart() {
    JobTable jobs =
        table(
            forTenant("a", gang("runs", 3, 0, 10)),
            forTenant("a", gang("wide", 4, 1, 10)),
            forTenant("b", gang("small", 1, 2, 5)));
    SchedulingPolicy policy = Policies.find("fifo-conservative-first-fit").orElseThrow();
    QueueSetting[] queues = {queue("a", 4), queue("b", 4)};
    Fleet four = Fleets.single(1, 4);
    assertThat(run(four, jobs, policy.withDepth(1), CheckpointRule.FREE, queues).start("small"))
        .isEqualTo(20);
    assertThat(run(four, jobs, policy, CheckpointRule.FREE, queues).start("small")).isEqualTo(2);
  }
}
