package org.suanwang.scheduling.boot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.UnavailableException;

/** How long a run may be repeated for one answer. */
class ReplayDeadlineTest {
  @Test
  void deadlineThatIsOver_stopsAtTheNextLook() {
    ReplayDeadline over = new ReplayDeadline(-1);
    assertThatThrownBy(over::pass)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("has to be run first")
        .hasMessageContaining("suanwang.replay.seconds-max");
  }

  @Test
  void deadlineFarAway_letsPass() {
    ReplayDeadline far = new ReplayDeadline(1_000_000);
    for (int i = 0; i < 1000; i++) {
      assertThatCode(far::pass).doesNotThrowAnyException();
    }
  }
}
