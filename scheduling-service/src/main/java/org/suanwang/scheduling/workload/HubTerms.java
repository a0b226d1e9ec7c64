package org.suanwang.scheduling.workload;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.LatencyBound;

/**
 * What a request says of the hubs in which its jobs may run.
 *
 * @param latency how far away they may be; null where it does not matter
 * @param data what must be there; null for nothing
 */
public record HubTerms(@Nullable LatencyBound latency, @Nullable JobData data) {
  /** Any hub will do. */
  public static final HubTerms ANY = new HubTerms(null, null);

  /** Whether any hub will do. */
  public boolean allowsAny() {
    return latency == null && data == null;
  }
}
