package org.suanwang.scheduling.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;

/** What is remembered of experiments, and until when. */
class ExperimentReportsTest {
  private static final ExperimentReport.Choice ALL = new ExperimentReport.Choice(null, null, null);
  private static final SimulationSpec SETTINGS =
      new SimulationSpec(
          "any",
          "any",
          "any",
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
  private static final ExperimentSpec SPEC =
      new ExperimentSpec(
          "e",
          List.of(
              new PolicyVariant("fifo-first-fit", null, 0),
              new PolicyVariant("fifo-best-fit", null, 0)),
          List.of("w"),
          List.of("f"),
          List.of(1L),
          SETTINGS);

  /** Counts how often the runs are read. */
  private static final class Fake implements Experiments {
    private int reads;

    @Override
    public List<RunRow> rows(Experiment experiment) {
      reads++;
      List<RunRow> rows = new ArrayList<>();
      for (int i = 0; i < SPEC.size(); i++) {
        String policy = SPEC.policyOf(i).label();
        rows.add(
            new RunRow(
                i,
                "s" + i,
                "w",
                "f",
                1,
                policy,
                RunState.QUEUED,
                null,
                null,
                null,
                null,
                Map.of()));
      }
      return rows;
    }

    @Override
    public Optional<Experiment> findMade(@Nullable RequestKey key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Experiment add(
        ExperimentSpec spec, Map<String, Instant> epochs, @Nullable RequestKey key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Experiment require(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Page<Experiment> page(@Nullable Long cursor, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int removeFinishedBefore(Instant end) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Experiment cancel(String id) {
      throw new UnsupportedOperationException();
    }
  }

  private static Experiment experiment(String id, long queued) {
    Map<RunState, Long> counts = new EnumMap<>(RunState.class);
    counts.put(RunState.QUEUED, queued);
    counts.put(RunState.COMPLETED, SPEC.size() - queued);
    return new Experiment(id, SPEC, counts, 0, 0, 0, null, Instant.EPOCH, null, null);
  }

  @Test
  void pagesOfAnExperiment_readItsRunsOnce() {
    Fake fake = new Fake();
    ExperimentReports reports = new ExperimentReports(fake);
    ExperimentReport first = reports.report(experiment("a", 2), ALL);
    assertThat(reports.report(experiment("a", 2), ALL)).isSameAs(first);
    assertThat(reports.rows(experiment("a", 2))).hasSize(2);
    assertThat(fake.reads).isEqualTo(1);
  }

  @Test
  void runThatGoesOn_isReadAnew() {
    Fake fake = new Fake();
    ExperimentReports reports = new ExperimentReports(fake);
    reports.rows(experiment("a", 2));
    reports.rows(experiment("a", 1));
    reports.rows(experiment("b", 1));
    reports.rows(experiment("a", 1));
    assertThat(fake.reads).isEqualTo(4);
  }

  @Test
  void everyChoice_hasItsOwnComparison() {
    ExperimentReports reports = new ExperimentReports(new Fake());
    Experiment experiment = experiment("a", 2);
    var baseline = new ExperimentReport.Choice("fifo-best-fit", null, null);
    assertThat(reports.report(experiment, ALL).comparisons().getFirst().baseline())
        .isEqualTo("fifo-first-fit");
    assertThat(reports.report(experiment, baseline).comparisons().getFirst().baseline())
        .isEqualTo("fifo-best-fit");
    assertThatThrownBy(
            () -> reports.report(experiment, new ExperimentReport.Choice("nobody", null, null)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("baseline = nobody");
  }
}
