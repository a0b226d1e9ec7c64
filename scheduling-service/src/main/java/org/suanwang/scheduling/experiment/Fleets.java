package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.cluster.Fleet;

/** Where fleets are kept. A kept fleet never changes; it may be deleted. */
public interface Fleets {
  /** Keeps a fleet; with a key that was used before, finds what was kept then. */
  Stored<Fleet> add(Fleet fleet, @Nullable RequestKey key);

  /**
   * Finds one by its id.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   */
  Stored<Fleet> require(String id);

  /** Newest first, from the cursor on. */
  Page<FleetSummary> page(@Nullable Long cursor, int limit);

  /**
   * Deletes one that no simulation needs.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   * @throws org.suanwang.scheduling.check.ConflictException with who needs it
   */
  void remove(String id);
}
