package org.suanwang.scheduling.metrics;

import org.suanwang.scheduling.simulation.Withdrawal;

/** Adds up for how long devices were out of use. */
final class DownTime {
  private long devices;
  private long changedAt;
  private long deviceSeconds;

  void change(Withdrawal withdrawal) {
    deviceSeconds += devices * (withdrawal.timeSeconds() - changedAt);
    changedAt = withdrawal.timeSeconds();
    devices += withdrawal.isBack() ? -withdrawal.devices().length : withdrawal.devices().length;
  }

  /** From 0 to a second that is not before the last change. */
  long deviceSeconds(long windowSeconds) {
    return deviceSeconds + devices * (windowSeconds - changedAt);
  }
}
