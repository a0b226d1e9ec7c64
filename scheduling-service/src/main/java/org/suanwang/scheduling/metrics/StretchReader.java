package org.suanwang.scheduling.metrics;

/** Is told of the times for which a job held devices without a break. */
@FunctionalInterface
public interface StretchReader {
  /**
   * One of them.
   *
   * @param place where: a group, or, of a mixed gang, a mix of groups, known to the outcomes
   * @param fromSeconds from when
   * @param toSeconds until when; later than {@code fromSeconds}
   * @param milliDevices thousandths of devices
   * @param chargeRate millionths of a yuan per hour, times thousand, of all devices
   */
  void read(int place, long fromSeconds, long toSeconds, long milliDevices, long chargeRate);
}
