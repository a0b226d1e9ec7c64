package org.suanwang.scheduling.load;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.suanwang.scheduling.cluster.Fleet;

/**
 * A fleet as it was read from a list of nodes.
 *
 * @param fleet of the nodes that were taken
 * @param leftOut nodes that are not in it, by the reason
 * @param changed nodes that are not quite as the list has them, by what was not taken
 */
public record RecordedFleet(
    Fleet fleet, SortedMap<String, Integer> leftOut, SortedMap<String, Integer> changed) {
  public RecordedFleet {
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
  }

  /** A fleet of which everything was taken as it is. */
  static RecordedFleet whole(Fleet fleet) {
    return new RecordedFleet(fleet, new TreeMap<>(), new TreeMap<>());
  }
}
