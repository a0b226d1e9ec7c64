package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Jobs.gang;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What it costs to go on elsewhere, worked out by hand on two nodes of two devices. */
class MigrationTest {
  private static Runner run(String policy, JobTable jobs, CheckpointRule rule) {
    return Runner.run(
        new SimulationInput(
            new FleetLayout(Fleets.single(2, 2)),
            jobs,
            Policies.find(policy).orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON,
            rule),
        event -> {});
  }

  private static CheckpointRule rule(@Nullable Long migrationSeconds) {
    return new CheckpointRule(0, 1, 2).withMigrationSeconds(migrationSeconds);
  }

  private static long end(Runner run, String id) {
    return run.outcomes.endSeconds(run.row(id));
  }

  /**
   * The long one leaves the first node to the urgent one at 10, and goes on at 20 on the second.
   */
  private static JobTable movesAtTwenty() {
    return table(
        whole("long", 2, 0, 100),
        whole("firm", 2, 0, 20).withPriority(2),
        whole("urgent", 2, 10, 50).withPriority(1));
  }

  @Test
  void goingOnElsewhere_costsTheMigration() {
    Runner run = run("priority-preempt-first-fit", movesAtTwenty(), rule(30L));
    assertThat(run.outcomes.interruptions(run.row("long"))).isEqualTo(1);
    assertThat(end(run, "long")).isEqualTo(20 + 30 + 90);
    assertThat(run.outcomes.lostMilliDeviceSeconds()).isEqualTo(30 * 2 * 1000);
  }

  @Test
  void whereNothingIsSaid_itCostsWhatItCostsInPlace() {
    Runner run = run("priority-preempt-first-fit", movesAtTwenty(), rule(null));
    assertThat(end(run, "long")).isEqualTo(20 + 1 + 2 + 90);
  }

  /** The urgent one ends before the firm one: the long one goes on where it was. */
  @Test
  void goingOnWhereItWas_costsNoMigration() {
    JobTable jobs =
        table(
            whole("long", 2, 0, 100),
            whole("firm", 2, 0, 80).withPriority(2),
            whole("urgent", 2, 10, 5).withPriority(1));
    Runner run = run("priority-preempt-first-fit", jobs, rule(30L));
    assertThat(end(run, "long")).isEqualTo(15 + 3 + 90);
  }

  @Test
  void classes_haveMigrationsOfTheirOwn() {
    CheckpointRule large = new CheckpointRule(0, 1, 2).withMigrationSeconds(40L);
    CheckpointRule rule =
        new CheckpointRule(0, 1, 2, 7L, List.of(new CheckpointRule.OfClass("large", large)));
    for (String jobClass : List.of("large", "small")) {
      List<Job> jobs =
          movesAtTwenty().toList().stream()
              .map(
                  job ->
                      new Job(
                          job.id(),
                          jobClass,
                          null,
                          false,
                          job.tasks(),
                          job.request(),
                          job.submitSeconds(),
                          job.work(),
                          job.terms()))
              .toList();
      Runner run = run("priority-preempt-first-fit", JobTable.of(jobs), rule);
      assertThat(end(run, "long")).isEqualTo(20 + (jobClass.equals("large") ? 40 : 7) + 90);
    }
  }

  /** The gang lies on both nodes until 10 and again from 20 on, on other devices of the second. */
  @Test
  void gangOnTheSameNodes_hasNotMoved() {
    JobTable jobs =
        table(
            gang("firm", 1, 0, 20).withPriority(2),
            gang("long", 2, 1, 100),
            gang("other", 1, 2, 18).withPriority(2),
            gang("urgent", 2, 10, 400).withPriority(1));
    Runner run = run("priority-preempt-first-fit", jobs, rule(30L));
    assertThat(end(run, "long")).isEqualTo(20 + 3 + 91);
  }

  /** Under EASY the shadow takes the longer of the two for one that waits, and all ends as told. */
  @Test
  void reservations_takeTheLongerOfTheTwo() {
    Runner run = run("priority-easy-preempt-first-fit", movesAtTwenty(), rule(30L));
    assertThat(end(run, "long")).isEqualTo(20 + 30 + 90);
  }

  /** One that shrinks stays where it is. */
  @Test
  void elasticJobThatShrinks_paysNoMigration() {
    Job elastic = gang("elastic", 4, 0, 100);
    JobTable jobs =
        table(
            elastic.withTerms(elastic.terms().withTasksMin(2)),
            gang("urgent", 2, 10, 400).withPriority(1));
    Runner run = run("priority-preempt-first-fit", jobs, rule(30L));
    assertThat(end(run, "elastic")).isEqualTo(10 + 3 + 180);
  }
}
