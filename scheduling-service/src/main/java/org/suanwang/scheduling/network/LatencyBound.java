package org.suanwang.scheduling.network;

/**
 * How far from a hub something may run.
 *
 * @param from id of the hub from which it is used
 * @param roundTripMillisMax the longest round trip from there that will do, ms
 */
public record LatencyBound(String from, double roundTripMillisMax) {
  public LatencyBound {
    if (Double.isNaN(roundTripMillisMax) || roundTripMillisMax < 0) {
      throw new IllegalArgumentException("no round trip is shorter than nothing");
    }
  }
}
