package org.suanwang.scheduling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;

/** A run small enough to be worked out by hand. */
class MetricsTest {
  /** Two devices: a holds both for 100 s, b waits 90 s for one, c a half of the other. */
  private static Runner example() {
    return Runner.run(
        Fleets.single(1, 2),
        Jobs.table(
            Jobs.whole("a", 2, 0, 100), Jobs.whole("b", 1, 10, 50), Jobs.share("c", 500, 20, 100)),
        "fifo-best-fit");
  }

  private static RunMetrics metrics(Runner run) {
    return RunMetrics.of(run.outcomes, run.end, run.end.lastEventSeconds(), 0.5);
  }

  @Test
  void example_hasTheMetricsWorkedOutByHand() {
    RunMetrics m = metrics(example());
    assertThat(m.makespanSeconds()).isEqualTo(200);
    assertThat(m.waiting().mean()).isCloseTo((0 + 90 + 80) / 3.0, within(1e-12));
    assertThat(m.waiting().p50()).isEqualTo(80);
    assertThat(m.waiting().max()).isEqualTo(90);
    assertThat(m.completion().mean()).isCloseTo((100 + 140 + 180) / 3.0, within(1e-12));
    assertThat(m.boundedSlowdownMean())
        .isCloseTo((1 + 140 / 50.0 + 180 / 100.0) / 3, within(1e-12));
    // 2·100 + 1·50 + 0.5·100 device-seconds of 2·200
    assertThat(m.total().allocatedMilliDeviceSeconds()).isEqualTo(300_000);
    assertThat(m.allocation()).isEqualTo(0.75);
    assertThat(m.utilisation()).isEqualTo(0.375);
    // 300 device-seconds × 300 W, no PUE known
    assertThat(m.energy().kilowattHours()).isCloseTo(300 * 300 / 3.6e6, within(1e-12));
    assertThat(m.energy().hubsWithoutPue()).containsExactly("h");
  }

  @Test
  void waits_countForTheirReasons() {
    assertThat(metrics(example()).waitReasons())
        .extracting(w -> w.reason() + " " + w.jobs() + " " + w.seconds())
        .containsExactly("WAITING_BEHIND_HEAD 1 80", "INSUFFICIENT_DEVICES 1 90");
  }

  @Test
  void timeSeries_addsUpToTheTotals() {
    Runner run = example();
    TimeSeries series = run.series(run.end.lastEventSeconds());
    assertThat(series.points()).hasSize(200);
    double deviceSeconds =
        series.points().stream()
            .mapToDouble(p -> p.devicesAllocated() * (p.toSeconds() - p.fromSeconds()))
            .sum();
    assertThat(deviceSeconds).isCloseTo(300, within(1e-9));
    assertThat(series.points().get(15).jobsWaiting()).isEqualTo(1);
    assertThat(series.points().get(199).devicesAllocated()).isEqualTo(0.5);
  }

  @Test
  void quantiles_areValuesThatOccurred() {
    Distribution d = Distribution.of(LongStream.rangeClosed(1, 200).toArray());
    assertThat(d).isEqualTo(new Distribution(200, 100.5, 100, 190, 198, 200));
    assertThat(Distribution.of(new long[0]).count()).isZero();
  }

  @Test
  void bucketSums_areExactForAnyInterval() {
    BucketSums sums = new BucketSums(1000, 7);
    sums.add(13, 977, 3);
    sums.add(500, 501, 10);
    sums.add(990, 5000, 1);
    double total = 0;
    for (int i = 0; i < sums.size(); i++) {
      total += sums.mean(i) * (sums.from(i + 1) - sums.from(i));
    }
    assertThat(total).isCloseTo(3 * 964 + 10 + 10, within(1e-9));
  }
}
