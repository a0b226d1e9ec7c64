package org.suanwang.scheduling.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.RunDesk;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.simulation.LimitExceededException;

class ProgressReporterTest {
  /** A desk that nobody may report to: the reports under test are all too early. */
  private static class SilentDesk implements RunDesk {
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
    ProgressReporter reporter = new ProgressReporter(new SilentDesk(), "run", 60);
    reporter.expect(4);
    reporter.proceed(10, 7, 0);
    reporter.proceed(25, 9, 1);
    reporter.pass();

    Progress latest = reporter.latest();
    assertThat(latest.simulatedSeconds()).isEqualTo(25);
    assertThat(latest.events()).isEqualTo(9);
    assertThat(latest.fraction()).isEqualTo(0.25);
  }

  @Test
  void reportIsMade_onceAfterEachBeat() {
    List<Long> reported = new ArrayList<>();
    ProgressReporter reporter =
        new ProgressReporter(
            new SilentDesk() {
              @Override
              public boolean report(String id, Progress progress) {
                reported.add(progress.events());
                return reported.size() < 2;
              }
            },
            "run",
            60);
    assertThat(reporter.proceed(1, 1, 0)).isTrue();
    reporter.beat();
    assertThat(reporter.proceed(2, 2, 0)).isTrue();
    assertThat(reporter.proceed(3, 3, 0)).isTrue();
    assertThat(reported).containsExactly(2L);
    reporter.beat();
    assertThat(reporter.proceed(4, 4, 0)).as("the desk says no: it was cancelled").isFalse();
    assertThat(reported).containsExactly(2L, 4L);
  }

  /** It is given no second at all; the limit is looked at when a report is due. */
  @Test
  void runThatTakesTooLong_isStoppedAndSaysWhatToDo() {
    ProgressReporter reporter = new ProgressReporter(new SilentDesk(), "run", 0);
    assertThat(reporter.proceed(1, 1, 0)).isTrue();
    reporter.beat();
    assertThatThrownBy(() -> reporter.proceed(77, 2, 0))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("not at its end after 0 s")
        .hasMessageContaining("at second 77 of simulated time")
        .hasMessageContaining("SUANWANG_SIMULATION_SECONDS_MAX");
  }
}
