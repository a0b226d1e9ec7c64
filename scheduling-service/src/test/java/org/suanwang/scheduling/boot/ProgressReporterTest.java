package org.suanwang.scheduling.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.RunDesk;
import org.suanwang.scheduling.experiment.SimulationResult;

class ProgressReporterTest {
  /** A desk that nobody may report to: the reports under test are all too early. */
  private static final class SilentDesk implements RunDesk {
    @Override
    public boolean begin(String id) {
      throw new AssertionError("not asked for here");
    }

    @Override
    public boolean report(String id, Progress progress) {
      throw new AssertionError("too early");
    }

    @Override
    public void complete(String id, Progress progress, SimulationResult result) {
      throw new AssertionError("not asked for here");
    }

    @Override
    public void fail(String id, Progress progress, String why) {
      throw new AssertionError("not asked for here");
    }

    @Override
    public void settleCancelled(String id, Progress progress) {
      throw new AssertionError("not asked for here");
    }
  }

  @Test
  void eventsSinceTheLastReport_areInTheLatestProgress() {
    ProgressReporter reporter = new ProgressReporter(new SilentDesk(), "run");
    reporter.expect(4);
    reporter.proceed(10, 7, 0);
    reporter.proceed(25, 9, 1);
    reporter.pass();

    Progress latest = reporter.latest();
    assertThat(latest.simulatedSeconds()).isEqualTo(25);
    assertThat(latest.events()).isEqualTo(9);
    assertThat(latest.fraction()).isEqualTo(0.25);
  }
}
