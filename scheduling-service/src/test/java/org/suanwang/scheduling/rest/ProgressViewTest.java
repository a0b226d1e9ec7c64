package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.RunState;

class ProgressViewTest {
  private static @Nullable Double eta(RunState state, Progress progress) {
    return SimulationResponse.ProgressView.etaSeconds(state, progress);
  }

  /** A quarter of the jobs took 1,000 events at 50 a second: 20 s, so 60 s are left. */
  @Test
  void timeLeft_isWhatTheRestTakesAtTheSamePace() {
    assertThat(eta(RunState.RUNNING, new Progress(0.25, 9, 1000, 50))).isEqualTo(60);
  }

  @Test
  void timeLeft_isUnknownBeforeAnythingIsOver_andWhenItDoesNotRun() {
    assertThat(eta(RunState.RUNNING, new Progress(0, 9, 1000, 50))).isNull();
    assertThat(eta(RunState.QUEUED, new Progress(0, 0, 0, 0))).isNull();
    assertThat(eta(RunState.COMPLETED, new Progress(1, 9, 1000, 50))).isNull();
    assertThat(eta(RunState.CANCELLED, new Progress(0.5, 9, 1000, 50))).isNull();
  }
}
