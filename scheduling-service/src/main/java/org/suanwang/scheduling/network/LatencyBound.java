package org.suanwang.scheduling.network;

/**
 * How far from a hub something may run.
 *
 * @param from id of the hub from which it is used
 * @param roundTripMillisMax the longest round trip from there that will do, ms
 */
public record LatencyBound(String from, double roundTripMillisMax) {
  public LatencyBound {
    if (!(roundTripMillisMax >= 0 && roundTripMillisMax <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a round trip takes no less than nothing, and ends");
    }
  }
}
