package org.suanwang.scheduling.calendar;

import java.util.BitSet;
import java.util.List;

/** Which reservations last, as time goes on; asked again and again, it looks at few of them. */
public final class LastingReservations {
  private final List<Reservation> reservations;
  private final BitSet lasting = new BitSet();
  private long nextChange = Long.MIN_VALUE;

  public LastingReservations(ReservationRule rule) {
    reservations = rule.reservations();
  }

  /** The numbers of those that last at this second, which is not before the last one asked for. */
  public BitSet at(long seconds) {
    if (seconds >= nextChange) {
      nextChange = Long.MAX_VALUE;
      for (int i = 0; i < reservations.size(); i++) {
        note(i, reservations.get(i), seconds);
      }
    }
    return lasting;
  }

  private void note(int number, Reservation one, long seconds) {
    boolean hasBegun = one.fromSeconds() <= seconds;
    lasting.set(number, hasBegun && seconds < one.toSeconds());
    long change = hasBegun ? one.toSeconds() : one.fromSeconds();
    if (change > seconds) {
      nextChange = Math.min(nextChange, change);
    }
  }
}
