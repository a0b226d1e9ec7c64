package org.suanwang.scheduling.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;

/** Means, intervals and paired differences, worked out by hand. */
class ExperimentReportTest {
  private static final ExperimentMetric WAIT = ExperimentMetric.WAIT_MEAN;
  private static final ExperimentReport.Choice ALL = new ExperimentReport.Choice(null, null, null);

  private static ExperimentSpec spec(List<String> workloads, Long... seeds) {
    return new ExperimentSpec(
        "test",
        List.of(new PolicyVariant("a", null, 0), new PolicyVariant("b", null, 0)),
        workloads,
        List.of("f"),
        List.of(seeds),
        new SimulationSpec(
            "f",
            "w",
            "a",
            1,
            0,
            null,
            1,
            false,
            1000,
            null,
            EstimateRule.RUN_ON,
            0L,
            CheckpointRule.FREE,
            OutageRule.NONE,
            SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
            QueueRule.NONE,
            ThroughputRule.NONE,
            ReservationRule.NONE));
  }

  /** Waits in the order of the runs; NaN stands for a run that failed. */
  private static List<RunRow> rows(ExperimentSpec spec, String[] logs, double... waits) {
    List<RunRow> rows = new ArrayList<>();
    for (SimulationSpec run : spec.runs()) {
      int n = rows.size();
      boolean failed = Double.isNaN(waits[n]);
      rows.add(
          new RunRow(
              n,
              "simulation-" + n,
              run.workload(),
              run.fleet(),
              run.seed(),
              run.policy(),
              failed ? RunState.FAILED : RunState.COMPLETED,
              failed ? "test" : null,
              failed ? null : 10,
              failed ? null : 10,
              failed ? null : logs[n],
              failed ? Map.of() : Map.of(WAIT, waits[n])));
    }
    return rows;
  }

  private static <T> T of(Map<ExperimentMetric, T> values, ExperimentMetric metric) {
    return Objects.requireNonNull(values.get(metric));
  }

  private static String[] logs(int count) {
    String[] logs = new String[count];
    for (int i = 0; i < count; i++) {
      logs[i] = "log-" + i;
    }
    return logs;
  }

  /** Two-sided 95 % points as in the tables of Student's distribution, three decimals. */
  @ParameterizedTest
  @CsvSource({"1,12.706", "2,4.303", "4,2.776", "9,2.262", "29,2.045", "120,1.980"})
  void quantiles_areThoseOfThePublishedTables(int degreesOfFreedom, double printed) {
    assertThat(MeanEstimate.quantile(degreesOfFreedom)).isCloseTo(printed, within(0.0005));
  }

  /**
   * a waits 10, 12, 14; b waits 8, 11, 8: the differences are −2, −1, −6, their mean is −3, their
   * variance (1 + 4 + 9) / 2 = 7, half the interval 4.3027 × √(7/3) = 6.5724.
   */
  @Test
  void threeSeeds_giveTheIntervalOfTheDifferences() {
    ExperimentSpec spec = spec(List.of("w"), 1L, 2L, 3L);
    ExperimentReport report =
        ExperimentReport.of(spec, rows(spec, logs(6), 10, 8, 12, 11, 14, 8), ALL);
    PairedComparison pair = report.comparisons().getFirst();
    assertThat(pair.policy()).isEqualTo("b");
    assertThat(pair.baseline()).isEqualTo("a");
    assertThat(pair.pairs()).isEqualTo(3);
    PairedComparison.Difference wait = of(pair.differences(), WAIT);
    assertThat(wait.difference().mean()).isEqualTo(-3);
    assertThat(wait.difference().low()).isCloseTo(-9.5724, within(1e-4));
    assertThat(wait.difference().high()).isCloseTo(3.5724, within(1e-4));
    assertThat(wait.relative()).isEqualTo(-0.25);
    assertThat(List.of(wait.wins(), wait.ties(), wait.losses())).containsExactly(3, 0, 0);
    MeanEstimate mean = of(report.policies().getFirst().means(), WAIT);
    assertThat(mean.mean()).isEqualTo(12);
    assertThat(mean.standardDeviation()).isEqualTo(2);
    assertThat(mean.high()).isCloseTo(12 + 4.302653 * 2 / Math.sqrt(3), within(1e-5));
  }

  /** Two workloads: a seed's difference is the mean of −2 and −4, and of 0 and +2. */
  @Test
  void severalCells_makeOneValueASeed() {
    ExperimentSpec spec = spec(List.of("v", "w"), 1L, 2L);
    List<RunRow> rows = rows(spec, logs(8), 10, 8, 5, 5, 9, 5, 3, 5);
    PairedComparison pair = ExperimentReport.of(spec, rows, ALL).comparisons().getFirst();
    PairedComparison.Difference wait = of(pair.differences(), WAIT);
    assertThat(pair.pairs()).isEqualTo(4);
    assertThat(wait.difference().seeds()).isEqualTo(2);
    assertThat(wait.difference().mean()).isEqualTo(-1);
    assertThat(wait.difference().standardDeviation()).isCloseTo(2 * Math.sqrt(2), within(1e-12));
    assertThat(List.of(wait.wins(), wait.ties(), wait.losses())).containsExactly(2, 1, 1);
    var onlyW = new ExperimentReport.Choice("b", "w", null);
    PairedComparison ofW = ExperimentReport.of(spec, rows, onlyW).comparisons().getFirst();
    assertThat(ofW.policy()).isEqualTo("a");
    assertThat(ofW.pairs()).isEqualTo(2);
    assertThat(of(ofW.differences(), WAIT).difference().mean()).isEqualTo(1);
  }

  @Test
  void seedWithAFailedRun_isInNoDifference() {
    ExperimentSpec spec = spec(List.of("w"), 1L, 2L);
    ExperimentReport report =
        ExperimentReport.of(spec, rows(spec, logs(4), 10, 8, 12, Double.NaN), ALL);
    PairedComparison pair = report.comparisons().getFirst();
    assertThat(pair.pairs()).isEqualTo(1);
    MeanEstimate difference = of(pair.differences(), WAIT).difference();
    assertThat(difference.mean()).isEqualTo(-2);
    assertThat(difference.withheldBecause()).isEqualTo(MeanEstimate.ONE_SEED);
    assertThat(report.policies().getLast().runsCompleted()).isEqualTo(1);
    assertThat(report.notes()).contains("1 runs are FAILED and in no mean");
  }

  @Test
  void seedsThatChangeNothing_areSaidInsteadOfAnIntervalOfWidthZero() {
    ExperimentSpec spec = spec(List.of("w"), 1L, 2L);
    String[] same = {"log-a", "log-b", "log-a", "log-b"};
    ExperimentReport report = ExperimentReport.of(spec, rows(spec, same, 10, 8, 10, 8), ALL);
    MeanEstimate difference = of(report.comparisons().getFirst().differences(), WAIT).difference();
    assertThat(difference.withheldBecause()).isEqualTo(MeanEstimate.SEEDS_CHANGE_NOTHING);
    assertThat(difference.low()).isNull();
    assertThat(report.notes()).anyMatch(n -> n.contains("the seeds change nothing on w"));
    ExperimentReport other = ExperimentReport.of(spec, rows(spec, logs(4), 10, 8, 10, 8), ALL);
    assertThat(of(other.policies().getFirst().means(), WAIT).withheldBecause())
        .isEqualTo(MeanEstimate.NO_VARIANCE);
  }

  @Test
  void metricThatNoRunTells_isSaidToBeUnknown() {
    ExperimentSpec spec = spec(List.of("w"), 1L);
    ExperimentReport report = ExperimentReport.of(spec, rows(spec, logs(2), 1, 2), ALL);
    assertThat(of(report.policies().getFirst().means(), ExperimentMetric.FEE).withheldBecause())
        .isEqualTo(MeanEstimate.NO_SEED);
  }

  @Test
  void baselineThatIsNot_isRefused() {
    ExperimentSpec spec = spec(List.of("w"), 1L);
    var choice = new ExperimentReport.Choice("c", "x", null);
    assertThatThrownBy(() -> ExperimentReport.of(spec, rows(spec, logs(2), 1, 2), choice))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("baseline = c")
        .hasMessageContaining("workload = x");
  }
}
