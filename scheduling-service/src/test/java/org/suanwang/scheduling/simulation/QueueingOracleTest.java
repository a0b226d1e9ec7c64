package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.BackgroundGenerator;
import org.suanwang.scheduling.workload.DurationLaw;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Queues with a closed form. Means over independent runs must lie within three standard errors of
 * the formula; seeds are fixed, so the test cannot fail by chance.
 */
class QueueingOracleTest {
  private static final int RUNS = 20;
  private static final int JOBS = 20_000;
  private static final double MEAN_SERVICE = 20_000;

  @Test
  void exponentialService_waitsAsInMm1() {
    double load = 0.7;
    double expected = load / (1 - load) * MEAN_SERVICE;
    checkMean(waits(1, load, new DurationLaw.Exponential(MEAN_SERVICE)), expected);
  }

  @Test
  void constantService_waitsAsInMd1() {
    double load = 0.7;
    double expected = load / (2 * (1 - load)) * MEAN_SERVICE;
    checkMean(waits(1, load, new DurationLaw.Constant((long) MEAN_SERVICE)), expected);
  }

  /** Pollaczek and Khinchine: half the second moment of service × rate ÷ (1 − load). */
  @Test
  void lognormalService_waitsAsInMg1() {
    double load = 0.6;
    double sigma = 0.9;
    double median = MEAN_SERVICE / Math.exp(sigma * sigma / 2);
    double secondMoment = MEAN_SERVICE * MEAN_SERVICE * Math.exp(sigma * sigma);
    double expected = load / MEAN_SERVICE * secondMoment / (2 * (1 - load));
    checkMean(waits(1, load, new DurationLaw.Lognormal(median, sigma)), expected);
  }

  @Test
  void threeDevices_waitAsInMmc() {
    int servers = 3;
    double load = 0.75;
    double expected = erlangC(servers, servers * load) * MEAN_SERVICE / (servers * (1 - load));
    checkMean(waits(servers, load, new DurationLaw.Exponential(MEAN_SERVICE)), expected);
  }

  /** L = λ·W, exactly: the mean number waiting is the sum of all waits over the window. */
  @Test
  void meanNumberWaiting_isLittlesLaw() {
    Runner run = run(1, 0.8, new DurationLaw.Exponential(MEAN_SERVICE), 7);
    long window = run.end.lastEventSeconds();
    RunMetrics metrics = RunMetrics.of(run.outcomes, run.end, window, 1);
    double arrivalRate = (double) metrics.jobs() / window;
    List<TimeSeries.Point> points = run.series(window).points();
    double meanWaiting =
        points.stream().mapToDouble(p -> p.jobsWaiting() * (p.toSeconds() - p.fromSeconds())).sum()
            / window;
    assertThat(meanWaiting / (arrivalRate * metrics.waiting().mean()))
        .isBetween(1 - 1e-9, 1 + 1e-9);
  }

  private static double erlangC(int servers, double offered) {
    double sum = 0;
    double term = 1;
    for (int k = 0; k < servers; k++) {
      sum += term;
      term *= offered / (k + 1);
    }
    double last = term * servers / (servers - offered);
    return last / (sum + last);
  }

  private static double[] waits(int devices, double load, DurationLaw law) {
    return LongStream.range(0, RUNS)
        .mapToDouble(
            seed -> {
              Runner run = run(devices, load, law, seed);
              return RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 1)
                  .waiting()
                  .mean();
            })
        .toArray();
  }

  private static Runner run(int devices, double load, DurationLaw law, long seed) {
    Fleet fleet = Fleets.single(devices, 1);
    double days = JOBS * MEAN_SERVICE / (devices * load) / 86_400;
    var background = new Background(seed, JOBS, 0, days, "test", List.of(), 0, law);
    JobTable.Builder jobs = new JobTable.Builder();
    new BackgroundGenerator(background, fleet.supplyMix(), 0).drawInto(jobs, Checkpoint.NONE);
    Runner run = Runner.run(fleet, jobs.build(), "fifo-first-fit");
    assertThat(run.end.lastEventSeconds()).isLessThan(WorkloadLimits.SECONDS_MAX / 2);
    return run;
  }

  private static void checkMean(double[] means, double expected) {
    double mean = DoubleStream.of(means).average().orElseThrow();
    double variance =
        DoubleStream.of(means).map(m -> (m - mean) * (m - mean)).sum() / (means.length - 1);
    double standardError = Math.sqrt(variance / means.length);
    assertThat(Math.abs(mean - expected)).isLessThan(3 * standardError);
    assertThat(standardError / expected).as("the test is sharp").isLessThan(0.05);
  }
}
