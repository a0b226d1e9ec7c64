package org.suanwang.scheduling.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.StoppedException;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.DurationLaw;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Workload;

/** A run asks in all of its phases whether it is still wanted. */
class RunPlanTest {
  private static final int GENERATED = 20;
  private static final SimulationSpec SPEC =
      new SimulationSpec(
          "f",
          "w",
          "fifo-first-fit",
          42,
          0,
          null,
          1,
          false,
          SimulationLimits.EVENTS_MAX,
          null,
          EstimateRule.RUN_ON,
          0L,
          CheckpointRule.FREE,
          OutageRule.NONE,
          SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
          QueueRule.NONE,
          ThroughputRule.NONE,
          ReservationRule.NONE);
  private static final Workload WORKLOAD =
      new Workload(
          "w",
          Instant.EPOCH,
          Jobs.table(Jobs.whole("a", 1, 0, 10)),
          new Background(
              1L, GENERATED, 0, 1, "b", List.of(), 0.2, new DurationLaw.GavelLogUniform()));

  @Test
  void workloadWithSeedOfItsOwn_isSaid() {
    SimulationResult result = plan(Checkpoint.NONE).run(RunObserver.NONE, Checkpoint.NONE);
    assertThat(result.assumptions())
        .contains(
            "the workload's own seed 1 was used for its generated jobs, not the simulation's"
                + " seed 42");
  }

  @Test
  void horizonBeforeTheLastEnd_minimaAreWithheldWithAReason() {
    SimulationSpec spec =
        new SimulationSpec(
            "f",
            "w",
            "fifo-first-fit",
            42,
            0,
            86_400L,
            1,
            false,
            SimulationLimits.EVENTS_MAX,
            null,
            EstimateRule.RUN_ON,
            0L,
            CheckpointRule.FREE,
            OutageRule.NONE,
            SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
            QueueRule.NONE,
            ThroughputRule.NONE,
            ReservationRule.NONE);
    Workload jobs =
        new Workload(
            "w",
            Instant.EPOCH,
            Jobs.table(Jobs.whole("short", 1, 0, 10), Jobs.whole("long", 1, 0, 1_000_000)),
            null);
    SimulationResult result =
        new RunPlan(spec, Fleets.single(1, 1), jobs, Checkpoint.NONE)
            .run(RunObserver.NONE, Checkpoint.NONE);
    assertThat(result.metrics().makespanSeconds()).isEqualTo(10);
    assertThat(result.bounds().makespanSecondsMin()).isNull();
    assertThat(result.bounds().completionSecondsMeanMin()).isNull();
    assertThat(result.bounds().withheldBecause())
        .contains("had not come to the end of their work")
        .contains(": 1;");
    assertThat(result.bounds().allocationMax()).isEqualTo(1.0);
    assertThat(result.assumptions()).noneMatch(a -> a.contains("seed"));
  }

  private static RunPlan plan(Checkpoint checkpoint) {
    return new RunPlan(SPEC, Fleets.single(2, 4), WORKLOAD, checkpoint);
  }

  /** Lets so many pass and stops the next. */
  private static final class Budget implements Checkpoint {
    private int left;

    Budget(int left) {
      this.left = left;
    }

    @Override
    public void pass() {
      if (left-- == 0) {
        throw new StoppedException();
      }
    }
  }

  @Test
  void everyJobDrawn_canBeTheLast() {
    plan(new Budget(GENERATED));
    for (int drawn = 0; drawn < GENERATED; drawn++) {
      Checkpoint budget = new Budget(drawn);
      assertThatThrownBy(() -> plan(budget)).isInstanceOf(StoppedException.class);
    }
  }

  @Test
  void everyEvent_canBeTheLast() {
    long events = plan(Checkpoint.NONE).run(RunObserver.NONE, Checkpoint.NONE).events();
    assertThat(events).isGreaterThanOrEqualTo(3L * (GENERATED + 1));
    for (long last = 1; last <= events; last++) {
      long most = last;
      assertThatThrownBy(
              () ->
                  plan(Checkpoint.NONE)
                      .run((seconds, count, done) -> count < most, Checkpoint.NONE))
          .isInstanceOf(StoppedException.class);
    }
  }

  /** Each job is passed at least twice: when it is charged, and when its bounds are found. */
  @Test
  void everyJobSummedUp_canBeTheLast() {
    for (int passed = 0; passed < 2 * (GENERATED + 1); passed++) {
      Checkpoint budget = new Budget(passed);
      assertThatThrownBy(() -> plan(Checkpoint.NONE).run(RunObserver.NONE, budget))
          .isInstanceOf(StoppedException.class);
    }
  }
}
