package org.suanwang.scheduling.cluster;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.Links;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.JobData;

/**
 * Which hubs of a fleet are near enough for a job, and can be reached by its data: they are its
 * own, or have a direct link with that one and may take it.
 */
public final class Reach {
  private final Fleet fleet;
  private final Links links;

  Reach(Fleet fleet, Links links) {
    this.fleet = fleet;
    this.links = links;
  }

  /** Whether a job on these terms may run in a hub, once its data is there. */
  public boolean allows(HubTerms terms, int hub) {
    return isNear(terms.latency(), hub) && isWithin(terms.data(), hub);
  }

  /** Whether a hub is as near as is wanted. */
  public boolean isNear(@Nullable LatencyBound bound, int hub) {
    return bound == null || links.isNear(hub, bound);
  }

  /**
   * How near a hub is to where a job on these terms is used: 1 in the hub itself, 0 at the bound
   * and beyond, in between by the round trip; 0 without a bound.
   */
  public double nearness(HubTerms terms, int hub) {
    LatencyBound bound = terms.latency();
    double millis = bound == null ? 0 : links.roundTripMillis(links.hub(bound.from()), hub);
    if (bound == null || millis == 0) {
      return bound == null ? 0 : 1;
    }
    return Math.max(0, 1 - millis / bound.roundTripMillisMax());
  }

  /** Whether data is in a hub, or could be brought there. */
  public boolean isWithin(@Nullable JobData data, int hub) {
    if (data == null) {
      return true;
    }
    int home = links.hub(data.hub());
    boolean isLinked = home == hub || links.between(home, hub) != Links.UNKNOWN;
    return isLinked && data.mayBeIn(fleet.hubs().get(hub).id());
  }
}
