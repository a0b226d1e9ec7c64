package org.suanwang.scheduling.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Worked out by hand, on one device. */
class CompletionBoundTest {
  private static final double DEVICE = 1000;

  private static CompletionBound onDevices(int devices) {
    return new CompletionBound(devices * DEVICE);
  }

  private static void add(CompletionBound bound, int devices, long submit, long run) {
    bound.add(devices * DEVICE * run, submit, run);
  }

  /** Alone a job is busy in the middle of its run: half a run before, half after. */
  @Test
  void jobAlone_takesItsRunTime() {
    CompletionBound bound = onDevices(1);
    add(bound, 1, 70, 10);
    assertThat(bound.sum()).isEqualTo(10);
  }

  /** 10 s and 30 s at once: ends at 10 and at 40, as any schedule has it at best. */
  @Test
  void twoAtOnce_areDoneShortestFirst() {
    CompletionBound bound = onDevices(1);
    add(bound, 1, 0, 30);
    add(bound, 1, 0, 10);
    assertThat(bound.sum()).isEqualTo(10 + 40);
  }

  /**
   * 100 s from 0, and 10 s at 40. The short one is done from 40 to 50: the long one is busy around
   * 20 for 0.4 of its work and around 80 for 0.6, so at 56 in the mean, and ends no sooner than
   * 106.
   */
  @Test
  void shortJobThatComesLater_goesFirst() {
    CompletionBound bound = onDevices(1);
    add(bound, 1, 0, 100);
    add(bound, 1, 40, 10);
    assertThat(bound.sum()).isCloseTo(106 + 10, within(1e-9));
  }

  /** Two devices are one machine of twice the speed: the gang of two runs from 0 to 10. */
  @Test
  void smallest_isByDeviceTime() {
    CompletionBound bound = onDevices(2);
    add(bound, 1, 0, 30);
    add(bound, 2, 0, 10);
    // 20 device-seconds first: busy at 5, end 10; then 30 in 15 s: busy at 17.5, end 32.5.
    assertThat(bound.sum()).isEqualTo(10 + 32.5);
  }

  @Test
  void noDevices_boundNothing() {
    CompletionBound bound = onDevices(0);
    add(bound, 1, 0, 30);
    assertThat(bound.sum()).isZero();
  }
}
