package org.suanwang.scheduling.metrics;

/** Is told of the times for which a job held devices without a break. */
@FunctionalInterface
public interface StretchReader {
  /**
   * One of them.
   *
   * @param group where
   * @param fromSeconds from when
   * @param toSeconds until when; later than {@code fromSeconds}
   * @param milliDevices thousandths of devices
   * @param chargeRate millionths of a yuan per hour, times thousand, of all devices
   */
  void read(int group, long fromSeconds, long toSeconds, long milliDevices, long chargeRate);
}
