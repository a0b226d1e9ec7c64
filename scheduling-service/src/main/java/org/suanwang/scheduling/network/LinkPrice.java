package org.suanwang.scheduling.network;

/**
 * What it costs to send data over a link, the same in both directions.
 *
 * @param microCnyPerGigabyte millionths of a yuan per 10⁹ byte
 * @param rationale why this price
 */
public record LinkPrice(long microCnyPerGigabyte, String rationale) {
  private static final long MEGABYTES_PER_GIGABYTE = 1000;

  /** The price of so many megabytes, millionths of a yuan, rounded half up. */
  public long microCny(long megabytes) {
    long whole = megabytes / MEGABYTES_PER_GIGABYTE * microCnyPerGigabyte;
    long rest = megabytes % MEGABYTES_PER_GIGABYTE * microCnyPerGigabyte;
    return whole + (rest + MEGABYTES_PER_GIGABYTE / 2) / MEGABYTES_PER_GIGABYTE;
  }
}
