package org.suanwang.scheduling.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.RequestKey;

/** Where runs are kept and queued, as those who ask for them see it. */
public interface Runs {
  /** Keeps and queues a run; with a key that was used before, finds what was kept then. */
  Run add(SimulationSpec spec, Instant epoch, @Nullable RequestKey key);

  /**
   * Finds one by its id.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   */
  Run require(String id);

  /** Newest first, from the cursor on; only in this state, if one is given. */
  Page<Run> page(@Nullable RunState state, @Nullable Long cursor, int limit);

  /**
   * Takes a run out of the queue or stops it; a cancelled one stays so.
   *
   * @throws org.suanwang.scheduling.check.ConflictException when it already completed or failed
   */
  Run cancel(String id);

  /**
   * Requires that a run is there, without reading it.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   */
  void requireKept(String id);

  /**
   * Deletes a run that has ended and belongs to no experiment.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   * @throws org.suanwang.scheduling.check.ConflictException when it is not so, with what to do
   */
  void remove(String id);

  /** Deletes those that ended before and belong to no experiment; returns how many. */
  int removeFinishedBefore(Instant end);
}
