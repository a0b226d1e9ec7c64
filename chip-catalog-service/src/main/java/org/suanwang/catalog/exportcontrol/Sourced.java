package org.suanwang.catalog.exportcontrol;

import java.util.List;

/** A quantity as far as is known, with the claims it comes from. */
public record Sourced(Interval value, List<String> claimIds) {
  public Sourced {
    claimIds = List.copyOf(claimIds);
  }
}
