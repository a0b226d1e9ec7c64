package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.workload.Workload;

/** Where workloads are kept. A kept workload never changes; it may be deleted. */
public interface Workloads {
  /** Keeps a workload; with a key that was used before, finds what was kept then. */
  Stored<Workload> add(Workload workload, @Nullable RequestKey key);

  /**
   * Finds one by its id.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   */
  Stored<Workload> require(String id);

  /** Newest first, from the cursor on. */
  Page<WorkloadSummary> page(@Nullable Long cursor, int limit);

  /**
   * Deletes one that no simulation needs.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   * @throws org.suanwang.scheduling.check.ConflictException with who needs it
   */
  void remove(String id);
}
