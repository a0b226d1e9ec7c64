package org.suanwang.scheduling.outage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time for which nodes of a hub are taken out of use as planned.
 *
 * @param hub id
 * @param deviceType only nodes with devices of this type; null for all nodes of the hub
 * @param nodes how many of them, the first in the fleet's order; null for all
 * @param fromSeconds when their jobs are interrupted
 * @param toSeconds when they come back; later than {@code fromSeconds}
 * @param drainSeconds for how long before, and until the end, the nodes take no new jobs; 0 for not
 *     at all
 * @param ofCalendar whether the two are counted from 1970, and not from the epoch of the workload
 */
public record Maintenance(
    String hub,
    @Nullable String deviceType,
    @Nullable Integer nodes,
    long fromSeconds,
    long toSeconds,
    long drainSeconds,
    boolean ofCalendar) {
  public Maintenance {
    if (drainSeconds < 0) {
      throw new IllegalArgumentException("a drain begins before the maintenance");
    }
    if (fromSeconds >= toSeconds || (nodes != null && nodes < 1)) {
      throw new IllegalArgumentException("maintenance of nothing");
    }
  }

  /** Maintenance without a drain before it. */
  public Maintenance(
      String hub,
      @Nullable String deviceType,
      @Nullable Integer nodes,
      long fromSeconds,
      long toSeconds,
      boolean ofCalendar) {
    this(hub, deviceType, nodes, fromSeconds, toSeconds, 0, ofCalendar);
  }

  /** The same with times counted from this epoch. */
  Maintenance since(Instant epoch) {
    if (!ofCalendar) {
      return this;
    }
    long start = epoch.getEpochSecond();
    return new Maintenance(
        hub, deviceType, nodes, fromSeconds - start, toSeconds - start, drainSeconds, false);
  }
}
