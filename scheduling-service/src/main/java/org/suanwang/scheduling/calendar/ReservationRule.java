package org.suanwang.scheduling.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which nodes are kept for whom in a simulation.
 *
 * @param reservations in the order in which they choose their nodes
 */
public record ReservationRule(List<Reservation> reservations) {
  /** Everybody may start anywhere at any time. */
  public static final ReservationRule NONE = new ReservationRule(List.of());

  public static final int RESERVATIONS_MAX = 1_000;

  public ReservationRule {
    reservations = List.copyOf(Objects.requireNonNullElse(reservations, List.of()));
  }

  public boolean keepsNothing() {
    return reservations.isEmpty();
  }

  /** The same with all times counted from this epoch. */
  public ReservationRule since(Instant epoch) {
    return new ReservationRule(reservations.stream().map(r -> r.since(epoch)).toList());
  }
}
