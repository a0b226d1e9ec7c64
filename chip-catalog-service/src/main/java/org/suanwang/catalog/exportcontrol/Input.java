package org.suanwang.catalog.exportcontrol;

import java.util.List;

/**
 * What a rule asked for, what is known of it, and the claims that say so.
 *
 * @param value for people; "unknown" when nothing is known
 */
public record Input(String name, String value, String unit, List<String> claimIds) {
  public Input {
    claimIds = List.copyOf(claimIds);
  }
}
