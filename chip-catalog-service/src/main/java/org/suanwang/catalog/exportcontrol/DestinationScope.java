package org.suanwang.catalog.exportcontrol;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a rule asks for a licence. Members of country groups are not known here, except those that
 * the rule's file lists.
 *
 * @param listed destinations that are surely within
 * @param groups country groups that are within too, in words
 * @param isWorldwide whether every destination is within
 */
public record DestinationScope(List<Listed> listed, List<String> groups, boolean isWorldwide) {
  public DestinationScope {
    listed = List.copyOf(listed);
    groups = List.copyOf(groups);
  }

  /** A destination by its two-letter code, from a day on. */
  public record Listed(String code, LocalDate from) {}

  /** Whether a destination is within on a day. */
  public Truth includes(String destination, LocalDate on) {
    boolean isListed =
        listed.stream().anyMatch(l -> l.code().equals(destination) && !on.isBefore(l.from()));
    if (isWorldwide || isListed) {
      return Truth.YES;
    }
    return groups.isEmpty() ? Truth.NO : Truth.UNKNOWN;
  }
}
