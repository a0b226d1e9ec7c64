package org.suanwang.catalog.exportcontrol;

import java.util.List;

/**
 * The performance density: TPP divided by the applicable die area.
 *
 * @param arithmetic how it was computed
 * @param claimIds the claims behind TPP and area
 */
public record PerformanceDensity(Interval value, String arithmetic, List<String> claimIds) {
  public PerformanceDensity {
    claimIds = List.copyOf(claimIds);
  }
}
