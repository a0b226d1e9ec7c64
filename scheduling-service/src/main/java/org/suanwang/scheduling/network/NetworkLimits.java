package org.suanwang.scheduling.network;

/**
 * The sizes beyond which links and data are refused; they keep every sum of bits inside 64 bits,
 * and leave every transfer at least some bits a second, however many share a link.
 */
public final class NetworkLimits {
  public static final int LINKS_MAX = 20_000;

  /** Longer than the longest way around the world through a satellite, several times. */
  public static final int ROUND_TRIP_MILLIS_MAX = 10_000;

  /** Ten megabits per second. */
  public static final double GIGABITS_PER_SECOND_MIN = 0.01;

  public static final int GIGABITS_PER_SECOND_MAX = 100_000;

  /** CNY per gigabyte. */
  public static final int PRICE_MAX = 10;

  /** Ten petabytes, in gigabytes of 10⁹ byte. */
  public static final int GIGABYTES_MAX = 10_000_000;

  /** Hubs that one job may name as those in which its data may be. */
  public static final int RESIDENCY_MAX = 1_000;

  private NetworkLimits() {}
}
