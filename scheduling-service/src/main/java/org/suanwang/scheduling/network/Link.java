package org.suanwang.scheduling.network;

import org.jspecify.annotations.Nullable;

/**
 * A direct line between two hubs, the same in both directions, each of which has the whole rate.
 *
 * @param from id of a hub
 * @param to id of another
 * @param roundTripMillis how long a round trip takes, ms
 * @param megabitsPerSecond how much it carries in each direction, 10⁶ bit/s
 * @param price of what is sent over it; null when nobody stated one
 */
public record Link(
    String from,
    String to,
    double roundTripMillis,
    long megabitsPerSecond,
    @Nullable LinkPrice price) {
  private static final long BITS_PER_MEGABIT = 1_000_000;

  public Link {
    boolean isRight = roundTripMillis >= 0 && roundTripMillis <= Double.MAX_VALUE;
    if (!isRight || megabitsPerSecond < 1 || from.equals(to)) {
      throw new IllegalArgumentException("no line between two hubs: " + from + ", " + to);
    }
  }

  /** The price of so many megabytes, millionths of a yuan; 0 where nobody stated one. */
  public long microCny(long megabytes) {
    return price == null ? 0 : price.microCny(megabytes);
  }

  /** What it carries in each direction, bit/s. */
  public long bitsPerSecond() {
    return megabitsPerSecond * BITS_PER_MEGABIT;
  }
}
