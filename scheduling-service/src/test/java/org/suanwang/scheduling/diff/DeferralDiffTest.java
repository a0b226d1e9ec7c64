package org.suanwang.scheduling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** The same policy with deferral and without: nobody passes a job that is in no queue. */
class DeferralDiffTest {
  private static final long HOUR = 3_600;

  /** Energy is cheap from two to three o'clock. */
  private static Fleet fleet() {
    List<Double> prices = new ArrayList<>(Collections.nCopies(24, 1.0));
    prices.set(2, 0.1);
    Tariff tariff = new Tariff(prices, "made up");
    EnergyTerms terms = new EnergyTerms("Asia/Shanghai", List.of(), tariff, List.of(), List.of());
    Hub hub = new Hub("h", "h", 1.2, List.of(Fleets.pool("a", 1, 4)), null, terms);
    return Fleets.of(hub);
  }

  private static RunSide side(JobTable jobs, Deferral deferral) {
    return Compared.side(
        new SimulationInput(
            new FleetLayout(fleet()),
            jobs,
            Policies.find("fifo-first-fit").orElseThrow().withDeferral(deferral),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            CheckpointRule.FREE,
            OutageRule.NONE,
            0,
            QueueRule.NONE,
            ThroughputRule.NONE,
            ReservationRule.NONE,
            Instant.parse("2024-12-31T16:00:00Z")));
  }

  @Test
  void whoStartsWhileAnotherIsPutOff_hasNotPassedIt() {
    Job off = Jobs.whole("off", 4, 0, 100);
    JobTable jobs =
        Jobs.table(
            off.withTerms(off.terms().withDeferrable(6 * HOUR)), Jobs.whole("next", 4, 1, 50));
    RunDiff diff = new RunDiff(side(jobs, Deferral.NONE), side(jobs, Deferral.CHEAPEST_TARIFF));
    RunDiff.Move moved = Compared.move(diff, "off");
    assertThat(moved.base().startSeconds()).isZero();
    assertThat(moved.other().startSeconds()).isEqualTo(2 * HOUR);
    assertThat(moved.cause()).isEqualTo(MoveCause.OTHER_WAIT_REASON);
    RunDiff.Move next = Compared.move(diff, "next");
    assertThat(next.other().startSeconds()).isEqualTo(1);
    assertThat(next.cause()).isEqualTo(MoveCause.OTHER_WAIT_REASON);
  }
}
