package org.suanwang.scheduling.cluster;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.energy.LocalHours;

/** The local hours of the hubs of a run, those of each time zone made once. */
public final class HubClocks {
  private final Instant epoch;
  private final long windowSeconds;
  private final Map<String, LocalHours> byZone = new HashMap<>();

  /** Of a run of so many seconds whose second 0 is this instant. */
  public HubClocks(Instant epoch, long windowSeconds) {
    this.epoch = epoch;
    this.windowSeconds = windowSeconds;
  }

  /** The hours of a hub's local day. */
  public LocalHours of(Hub hub) {
    return byZone.computeIfAbsent(
        hub.energy().timeZone(), id -> new LocalHours(epoch, hub.energy().zone(), windowSeconds));
  }
}
