package org.suanwang.scheduling.calendar;

/**
 * A time for which nodes are not for everybody.
 *
 * @param fromSeconds when it begins
 * @param toSeconds when it ends
 * @param drainSeconds for how long before nothing starts there of those it is not for
 * @param reservation whose it is, as a number of the rule; {@link #MAINTENANCE} when nobody's
 */
public record Window(long fromSeconds, long toSeconds, long drainSeconds, int reservation) {
  /** For nobody: the nodes are out of use. */
  public static final int MAINTENANCE = -1;

  public boolean isMaintenance() {
    return reservation == MAINTENANCE;
  }

  /** Whether it lasts at this second. */
  public boolean isOn(long seconds) {
    return seconds >= fromSeconds && seconds < toSeconds;
  }

  /** Whether those it is not for may not start at this second, however short they run. */
  public boolean isClosedAt(long seconds) {
    return seconds >= fromSeconds - drainSeconds && seconds < toSeconds;
  }

  /** Whether those it is not for may not start at a time if they are to run to another. */
  public boolean bars(long from, long to) {
    return isClosedAt(from) || (from < toSeconds && to > fromSeconds);
  }
}
