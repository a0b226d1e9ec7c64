package org.suanwang.scheduling.metrics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.energy.LocalHours;

/** The local hours of the hubs of a run, those of each time zone made once. */
final class HubClocks {
  private final Instant epoch;
  private final long windowSeconds;
  private final Map<String, LocalHours> byZone = new HashMap<>();

  HubClocks(Instant epoch, long windowSeconds) {
    this.epoch = epoch;
    this.windowSeconds = windowSeconds;
  }

  LocalHours of(Hub hub) {
    return byZone.computeIfAbsent(
        hub.energy().timeZone(), id -> new LocalHours(epoch, hub.energy().zone(), windowSeconds));
  }
}
