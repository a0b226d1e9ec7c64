package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Mixed.gang;
import static org.suanwang.scheduling.testing.Mixed.pair;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Mixed gangs that grow, shrink, give way and fail, worked out by hand. */
class MixedGangRunTest {
  /** A gang on one type, which was timed there. */
  private static Job plain(String id, int tasks, String type, long submit, long work) {
    return Jobs.job(id, tasks, TaskRequest.wholeDevices(1, type), submit, work);
  }

  private static Job elastic(Job job, int atLeast) {
    return job.withTerms(job.terms().withTasksMin(atLeast));
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  private static String types(Runner run, String id) {
    return String.valueOf(run.outcomes.places().deviceTypes(run.row(id)));
  }

  /** Three of a are busy until 48: it starts with one of a and four of b. */
  @Test
  void elasticGang_startsOverTheUnionWithWhatThereIs_andGrowsOnItsTypes() {
    JobTable jobs = table(plain("busy", 3, "a", 0, 48), elastic(gang("elastic", 8, 0, 100), 2));
    Runner run = Runner.run(pair(), jobs, "fifo-skip-first-fit");
    assertThat(types(run, "elastic")).isEqualTo("a+b");
    assertThat(run.outcomes.resizes(run.row("elastic"))).isEqualTo(1);
    // Five of eight do 48 × 5/8 = 30 of 200 seconds; 170 are left.
    assertThat(end(run, "elastic")).isEqualTo(48 + 170);
  }

  /** It gives up all that it has of b, the slower type, and is then on a alone, at its pace. */
  @Test
  void elasticGang_shrinksToOneType() {
    JobTable jobs =
        table(
            elastic(gang("elastic", 8, 0, 100), 4),
            plain("urgent", 4, "b", 20, 1000).withPriority(1));
    Runner run = Runner.run(pair(), jobs, "priority-preempt-first-fit");
    assertThat(run.start("urgent")).isEqualTo(20);
    assertThat(types(run, "elastic")).isEqualTo("a");
    // By 20 it has done 10 of 100; four of eight at the pace of a need 180 for the rest.
    assertThat(end(run, "elastic")).isEqualTo(200);
  }

  @Test
  void mixedGang_givesWayWhole_andOthersOfBothTypesGiveWayToIt() {
    JobTable jobs =
        table(
            plain("low-a", 4, "a", 0, 1000),
            plain("low-b", 3, "b", 0, 1000),
            gang("urgent", 6, 10, 100).withPriority(1));
    Runner run = Runner.run(pair(), jobs, "priority-preempt-first-fit");
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.outcomes.preemptions(run.row("low-a"))).isEqualTo(1);
    assertThat(run.outcomes.preemptions(run.row("low-b"))).isEqualTo(1);
    Runner other =
        Runner.run(
            pair(),
            table(gang("wide", 6, 0, 100), plain("urgent", 3, "b", 10, 50).withPriority(1)),
            "priority-preempt-first-fit");
    assertThat(other.start("urgent")).isEqualTo(10);
    assertThat(other.outcomes.preemptions(other.row("wide"))).isEqualTo(1);
    // Of 100 it had done 5; at 60 all is free again, and 95 take 190.
    assertThat(end(other, "wide")).isEqualTo(60 + 190);
  }

  /** Only one of b is needed beside the five that are free: the job on a is spared. */
  @Test
  void whoNeedNotGiveWay_isSpared() {
    JobTable jobs =
        table(
            plain("on-a", 1, "a", 0, 1000),
            plain("on-b", 2, "b", 0, 1000),
            plain("late", 1, "b", 1, 1000),
            gang("urgent", 5, 10, 100).withPriority(1));
    Runner run = Runner.run(pair(), jobs, "priority-preempt-first-fit");
    assertThat(run.start("urgent")).isEqualTo(10);
    assertThat(run.outcomes.preemptions(run.row("late"))).isEqualTo(1);
    assertThat(run.outcomes.preemptions(run.row("on-a"))).isZero();
    assertThat(run.outcomes.preemptions(run.row("on-b"))).isZero();
  }

  /** The node of b that it holds goes down at 50 for 100: it begins again when all are back. */
  @Test
  void oneDeviceThatFails_stopsTheWholeGang() {
    FleetLayout layout = new FleetLayout(pair());
    OutageRule rule =
        new OutageRule(List.of(), List.of(new Maintenance("h", "b", 1, 50, 100, 0, false)), null);
    Runner run =
        Runner.run(
            new SimulationInput(
                layout,
                table(gang("wide", 8, 0, 100)),
                Policies.find("fifo-first-fit").orElseThrow(),
                SimulationLimits.WIDEST,
                EstimateRule.RUN_ON,
                CheckpointRule.FREE,
                rule,
                1),
            new Invariants(layout, table(gang("wide", 8, 0, 100))));
    assertThat(run.outcomes.interruptions(0)).isEqualTo(1);
    assertThat(run.outcomes.endSeconds(0)).as("25 of 100 are done by 50").isEqualTo(100 + 150);
  }
}
